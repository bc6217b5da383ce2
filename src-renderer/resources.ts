import enAnnouncement from '../src-shared/locale/en/announcement.json' with { type: 'json' };
import enAppeal from '../src-shared/locale/en/appeal.json' with { type: 'json' };
import enApplicant from '../src-shared/locale/en/applicant.json' with { type: 'json' };
import enAttention from '../src-shared/locale/en/attention.json' with { type: 'json' };
import enBoard from '../src-shared/locale/en/board.json' with { type: 'json' };
import enCalendar from '../src-shared/locale/en/calendar.json' with { type: 'json' };
import enCall from '../src-shared/locale/en/call.json' with { type: 'json' };
import enCaller from '../src-shared/locale/en/caller.json' with { type: 'json' };
import enCardError from '../src-shared/locale/en/cardError.json' with { type: 'json' };
import enCarry from '../src-shared/locale/en/carry.json' with { type: 'json' };
import enCompetence from '../src-shared/locale/en/competence.json' with { type: 'json' };
import enConsultation from '../src-shared/locale/en/consultation.json' with { type: 'json' };
import enControl from '../src-shared/locale/en/control.json' with { type: 'json' };
import enDanger from '../src-shared/locale/en/danger.json' with { type: 'json' };
import enDelivery from '../src-shared/locale/en/delivery.json' with { type: 'json' };
import enDuty from '../src-shared/locale/en/duty.json' with { type: 'json' };
import enFact from '../src-shared/locale/en/fact.json' with { type: 'json' };
import enFile from '../src-shared/locale/en/file.json' with { type: 'json' };
import enFind from '../src-shared/locale/en/find.json' with { type: 'json' };
import enFrame from '../src-shared/locale/en/frame.json' with { type: 'json' };
import enHandover from '../src-shared/locale/en/handover.json' with { type: 'json' };
import enHeadset from '../src-shared/locale/en/headset.json' with { type: 'json' };
import enHistory from '../src-shared/locale/en/history.json' with { type: 'json' };
import enKeys from '../src-shared/locale/en/keys.json' with { type: 'json' };
import enKnowledge from '../src-shared/locale/en/knowledge.json' with { type: 'json' };
import enMassProblem from '../src-shared/locale/en/massProblem.json' with { type: 'json' };
import enNotice from '../src-shared/locale/en/notice.json' with { type: 'json' };
import enPaper from '../src-shared/locale/en/paper.json' with { type: 'json' };
import enPractice from '../src-shared/locale/en/practice.json' with { type: 'json' };
import enProblem from '../src-shared/locale/en/problem.json' with { type: 'json' };
import enPromise from '../src-shared/locale/en/promise.json' with { type: 'json' };
import enQuestion from '../src-shared/locale/en/question.json' with { type: 'json' };
import enRefusal from '../src-shared/locale/en/refusal.json' with { type: 'json' };
import enRole from '../src-shared/locale/en/role.json' with { type: 'json' };
import enScript from '../src-shared/locale/en/script.json' with { type: 'json' };
import enSession from '../src-shared/locale/en/session.json' with { type: 'json' };
import enSettings from '../src-shared/locale/en/settings.json' with { type: 'json' };
import enSign from '../src-shared/locale/en/sign.json' with { type: 'json' };
import enSimilar from '../src-shared/locale/en/similar.json' with { type: 'json' };
import enSnippet from '../src-shared/locale/en/snippet.json' with { type: 'json' };
import enSpelling from '../src-shared/locale/en/spelling.json' with { type: 'json' };
import enStation from '../src-shared/locale/en/station.json' with { type: 'json' };
import enStore from '../src-shared/locale/en/store.json' with { type: 'json' };
import enSync from '../src-shared/locale/en/sync.json' with { type: 'json' };
import enSyncTrouble from '../src-shared/locale/en/syncTrouble.json' with { type: 'json' };
import enTag from '../src-shared/locale/en/tag.json' with { type: 'json' };
import enTelephony from '../src-shared/locale/en/telephony.json' with { type: 'json' };
import enTerm from '../src-shared/locale/en/term.json' with { type: 'json' };
import enTour from '../src-shared/locale/en/tour.json' with { type: 'json' };
import ruAnnouncement from '../src-shared/locale/ru/announcement.json' with { type: 'json' };
import ruAppeal from '../src-shared/locale/ru/appeal.json' with { type: 'json' };
import ruApplicant from '../src-shared/locale/ru/applicant.json' with { type: 'json' };
import ruAttention from '../src-shared/locale/ru/attention.json' with { type: 'json' };
import ruBoard from '../src-shared/locale/ru/board.json' with { type: 'json' };
import ruCalendar from '../src-shared/locale/ru/calendar.json' with { type: 'json' };
import ruCall from '../src-shared/locale/ru/call.json' with { type: 'json' };
import ruCaller from '../src-shared/locale/ru/caller.json' with { type: 'json' };
import ruCardError from '../src-shared/locale/ru/cardError.json' with { type: 'json' };
import ruCarry from '../src-shared/locale/ru/carry.json' with { type: 'json' };
import ruCompetence from '../src-shared/locale/ru/competence.json' with { type: 'json' };
import ruConsultation from '../src-shared/locale/ru/consultation.json' with { type: 'json' };
import ruControl from '../src-shared/locale/ru/control.json' with { type: 'json' };
import ruDanger from '../src-shared/locale/ru/danger.json' with { type: 'json' };
import ruDelivery from '../src-shared/locale/ru/delivery.json' with { type: 'json' };
import ruDuty from '../src-shared/locale/ru/duty.json' with { type: 'json' };
import ruFact from '../src-shared/locale/ru/fact.json' with { type: 'json' };
import ruFile from '../src-shared/locale/ru/file.json' with { type: 'json' };
import ruFind from '../src-shared/locale/ru/find.json' with { type: 'json' };
import ruFrame from '../src-shared/locale/ru/frame.json' with { type: 'json' };
import ruHandover from '../src-shared/locale/ru/handover.json' with { type: 'json' };
import ruHeadset from '../src-shared/locale/ru/headset.json' with { type: 'json' };
import ruHistory from '../src-shared/locale/ru/history.json' with { type: 'json' };
import ruKeys from '../src-shared/locale/ru/keys.json' with { type: 'json' };
import ruKnowledge from '../src-shared/locale/ru/knowledge.json' with { type: 'json' };
import ruMassProblem from '../src-shared/locale/ru/massProblem.json' with { type: 'json' };
import ruNotice from '../src-shared/locale/ru/notice.json' with { type: 'json' };
import ruPaper from '../src-shared/locale/ru/paper.json' with { type: 'json' };
import ruPractice from '../src-shared/locale/ru/practice.json' with { type: 'json' };
import ruProblem from '../src-shared/locale/ru/problem.json' with { type: 'json' };
import ruPromise from '../src-shared/locale/ru/promise.json' with { type: 'json' };
import ruQuestion from '../src-shared/locale/ru/question.json' with { type: 'json' };
import ruRefusal from '../src-shared/locale/ru/refusal.json' with { type: 'json' };
import ruRole from '../src-shared/locale/ru/role.json' with { type: 'json' };
import ruScript from '../src-shared/locale/ru/script.json' with { type: 'json' };
import ruSession from '../src-shared/locale/ru/session.json' with { type: 'json' };
import ruSettings from '../src-shared/locale/ru/settings.json' with { type: 'json' };
import ruSign from '../src-shared/locale/ru/sign.json' with { type: 'json' };
import ruSimilar from '../src-shared/locale/ru/similar.json' with { type: 'json' };
import ruSnippet from '../src-shared/locale/ru/snippet.json' with { type: 'json' };
import ruSpelling from '../src-shared/locale/ru/spelling.json' with { type: 'json' };
import ruStation from '../src-shared/locale/ru/station.json' with { type: 'json' };
import ruStore from '../src-shared/locale/ru/store.json' with { type: 'json' };
import ruSync from '../src-shared/locale/ru/sync.json' with { type: 'json' };
import ruSyncTrouble from '../src-shared/locale/ru/syncTrouble.json' with { type: 'json' };
import ruTag from '../src-shared/locale/ru/tag.json' with { type: 'json' };
import ruTelephony from '../src-shared/locale/ru/telephony.json' with { type: 'json' };
import ruTerm from '../src-shared/locale/ru/term.json' with { type: 'json' };
import ruTour from '../src-shared/locale/ru/tour.json' with { type: 'json' };
import ukAnnouncement from '../src-shared/locale/uk/announcement.json' with { type: 'json' };
import ukAppeal from '../src-shared/locale/uk/appeal.json' with { type: 'json' };
import ukApplicant from '../src-shared/locale/uk/applicant.json' with { type: 'json' };
import ukAttention from '../src-shared/locale/uk/attention.json' with { type: 'json' };
import ukBoard from '../src-shared/locale/uk/board.json' with { type: 'json' };
import ukCalendar from '../src-shared/locale/uk/calendar.json' with { type: 'json' };
import ukCall from '../src-shared/locale/uk/call.json' with { type: 'json' };
import ukCaller from '../src-shared/locale/uk/caller.json' with { type: 'json' };
import ukCardError from '../src-shared/locale/uk/cardError.json' with { type: 'json' };
import ukCarry from '../src-shared/locale/uk/carry.json' with { type: 'json' };
import ukCompetence from '../src-shared/locale/uk/competence.json' with { type: 'json' };
import ukConsultation from '../src-shared/locale/uk/consultation.json' with { type: 'json' };
import ukControl from '../src-shared/locale/uk/control.json' with { type: 'json' };
import ukDanger from '../src-shared/locale/uk/danger.json' with { type: 'json' };
import ukDelivery from '../src-shared/locale/uk/delivery.json' with { type: 'json' };
import ukDuty from '../src-shared/locale/uk/duty.json' with { type: 'json' };
import ukFact from '../src-shared/locale/uk/fact.json' with { type: 'json' };
import ukFile from '../src-shared/locale/uk/file.json' with { type: 'json' };
import ukFind from '../src-shared/locale/uk/find.json' with { type: 'json' };
import ukFrame from '../src-shared/locale/uk/frame.json' with { type: 'json' };
import ukHandover from '../src-shared/locale/uk/handover.json' with { type: 'json' };
import ukHeadset from '../src-shared/locale/uk/headset.json' with { type: 'json' };
import ukHistory from '../src-shared/locale/uk/history.json' with { type: 'json' };
import ukKeys from '../src-shared/locale/uk/keys.json' with { type: 'json' };
import ukKnowledge from '../src-shared/locale/uk/knowledge.json' with { type: 'json' };
import ukMassProblem from '../src-shared/locale/uk/massProblem.json' with { type: 'json' };
import ukNotice from '../src-shared/locale/uk/notice.json' with { type: 'json' };
import ukPaper from '../src-shared/locale/uk/paper.json' with { type: 'json' };
import ukPractice from '../src-shared/locale/uk/practice.json' with { type: 'json' };
import ukProblem from '../src-shared/locale/uk/problem.json' with { type: 'json' };
import ukPromise from '../src-shared/locale/uk/promise.json' with { type: 'json' };
import ukQuestion from '../src-shared/locale/uk/question.json' with { type: 'json' };
import ukRefusal from '../src-shared/locale/uk/refusal.json' with { type: 'json' };
import ukRole from '../src-shared/locale/uk/role.json' with { type: 'json' };
import ukScript from '../src-shared/locale/uk/script.json' with { type: 'json' };
import ukSession from '../src-shared/locale/uk/session.json' with { type: 'json' };
import ukSettings from '../src-shared/locale/uk/settings.json' with { type: 'json' };
import ukSign from '../src-shared/locale/uk/sign.json' with { type: 'json' };
import ukSimilar from '../src-shared/locale/uk/similar.json' with { type: 'json' };
import ukSnippet from '../src-shared/locale/uk/snippet.json' with { type: 'json' };
import ukSpelling from '../src-shared/locale/uk/spelling.json' with { type: 'json' };
import ukStation from '../src-shared/locale/uk/station.json' with { type: 'json' };
import ukStore from '../src-shared/locale/uk/store.json' with { type: 'json' };
import ukSync from '../src-shared/locale/uk/sync.json' with { type: 'json' };
import ukSyncTrouble from '../src-shared/locale/uk/syncTrouble.json' with { type: 'json' };
import ukTag from '../src-shared/locale/uk/tag.json' with { type: 'json' };
import ukTelephony from '../src-shared/locale/uk/telephony.json' with { type: 'json' };
import ukTerm from '../src-shared/locale/uk/term.json' with { type: 'json' };
import ukTour from '../src-shared/locale/uk/tour.json' with { type: 'json' };

/** Every text of the window: language -> concept -> key. Shipped inside; nothing is fetched. */
export const resources = {
  uk: {
    file: ukFile,
    carry: ukCarry,
    store: ukStore,
    frame: ukFrame,
    board: ukBoard,
    calendar: ukCalendar,
    call: ukCall,
    appeal: ukAppeal,
    applicant: ukApplicant,
    consultation: ukConsultation,
    control: ukControl,
    session: ukSession,
    sync: ukSync,
    syncTrouble: ukSyncTrouble,
    tag: ukTag,
    tour: ukTour,
    find: ukFind,
    knowledge: ukKnowledge,
    announcement: ukAnnouncement,
    script: ukScript,
    massProblem: ukMassProblem,
    sign: ukSign,
    similar: ukSimilar,
    snippet: ukSnippet,
    attention: ukAttention,
    notice: ukNotice,
    settings: ukSettings,
    history: ukHistory,
    refusal: ukRefusal,
    problem: ukProblem,
    caller: ukCaller,
    cardError: ukCardError,
    role: ukRole,
    danger: ukDanger,
    delivery: ukDelivery,
    keys: ukKeys,
    spelling: ukSpelling,
    station: ukStation,
    practice: ukPractice,
    paper: ukPaper,
    headset: ukHeadset,
    telephony: ukTelephony,
    term: ukTerm,
    competence: ukCompetence,
    handover: ukHandover,
    promise: ukPromise,
    question: ukQuestion,
    duty: ukDuty,
    fact: ukFact,
  },
  ru: {
    file: ruFile,
    carry: ruCarry,
    store: ruStore,
    frame: ruFrame,
    board: ruBoard,
    calendar: ruCalendar,
    call: ruCall,
    appeal: ruAppeal,
    applicant: ruApplicant,
    consultation: ruConsultation,
    control: ruControl,
    session: ruSession,
    sync: ruSync,
    syncTrouble: ruSyncTrouble,
    tag: ruTag,
    tour: ruTour,
    find: ruFind,
    knowledge: ruKnowledge,
    announcement: ruAnnouncement,
    script: ruScript,
    massProblem: ruMassProblem,
    sign: ruSign,
    similar: ruSimilar,
    snippet: ruSnippet,
    attention: ruAttention,
    notice: ruNotice,
    settings: ruSettings,
    history: ruHistory,
    refusal: ruRefusal,
    problem: ruProblem,
    caller: ruCaller,
    cardError: ruCardError,
    role: ruRole,
    danger: ruDanger,
    delivery: ruDelivery,
    keys: ruKeys,
    spelling: ruSpelling,
    station: ruStation,
    practice: ruPractice,
    paper: ruPaper,
    headset: ruHeadset,
    telephony: ruTelephony,
    term: ruTerm,
    competence: ruCompetence,
    handover: ruHandover,
    promise: ruPromise,
    question: ruQuestion,
    duty: ruDuty,
    fact: ruFact,
  },
  en: {
    file: enFile,
    carry: enCarry,
    store: enStore,
    frame: enFrame,
    board: enBoard,
    calendar: enCalendar,
    call: enCall,
    appeal: enAppeal,
    applicant: enApplicant,
    consultation: enConsultation,
    control: enControl,
    session: enSession,
    sync: enSync,
    syncTrouble: enSyncTrouble,
    tag: enTag,
    tour: enTour,
    find: enFind,
    knowledge: enKnowledge,
    announcement: enAnnouncement,
    script: enScript,
    massProblem: enMassProblem,
    sign: enSign,
    similar: enSimilar,
    snippet: enSnippet,
    attention: enAttention,
    notice: enNotice,
    settings: enSettings,
    history: enHistory,
    refusal: enRefusal,
    problem: enProblem,
    caller: enCaller,
    cardError: enCardError,
    role: enRole,
    danger: enDanger,
    delivery: enDelivery,
    keys: enKeys,
    spelling: enSpelling,
    station: enStation,
    practice: enPractice,
    paper: enPaper,
    headset: enHeadset,
    telephony: enTelephony,
    term: enTerm,
    competence: enCompetence,
    handover: enHandover,
    promise: enPromise,
    question: enQuestion,
    duty: enDuty,
    fact: enFact,
  },
} as const;
