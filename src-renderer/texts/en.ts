import announcement from '../../src-shared/locale/en/announcement.json' with { type: 'json' };
import appeal from '../../src-shared/locale/en/appeal.json' with { type: 'json' };
import applicant from '../../src-shared/locale/en/applicant.json' with { type: 'json' };
import attention from '../../src-shared/locale/en/attention.json' with { type: 'json' };
import board from '../../src-shared/locale/en/board.json' with { type: 'json' };
import calendar from '../../src-shared/locale/en/calendar.json' with { type: 'json' };
import call from '../../src-shared/locale/en/call.json' with { type: 'json' };
import caller from '../../src-shared/locale/en/caller.json' with { type: 'json' };
import cardError from '../../src-shared/locale/en/cardError.json' with { type: 'json' };
import carry from '../../src-shared/locale/en/carry.json' with { type: 'json' };
import competence from '../../src-shared/locale/en/competence.json' with { type: 'json' };
import consultation from '../../src-shared/locale/en/consultation.json' with { type: 'json' };
import control from '../../src-shared/locale/en/control.json' with { type: 'json' };
import danger from '../../src-shared/locale/en/danger.json' with { type: 'json' };
import delivery from '../../src-shared/locale/en/delivery.json' with { type: 'json' };
import duty from '../../src-shared/locale/en/duty.json' with { type: 'json' };
import fact from '../../src-shared/locale/en/fact.json' with { type: 'json' };
import file from '../../src-shared/locale/en/file.json' with { type: 'json' };
import find from '../../src-shared/locale/en/find.json' with { type: 'json' };
import frame from '../../src-shared/locale/en/frame.json' with { type: 'json' };
import handover from '../../src-shared/locale/en/handover.json' with { type: 'json' };
import headset from '../../src-shared/locale/en/headset.json' with { type: 'json' };
import history from '../../src-shared/locale/en/history.json' with { type: 'json' };
import keys from '../../src-shared/locale/en/keys.json' with { type: 'json' };
import knowledge from '../../src-shared/locale/en/knowledge.json' with { type: 'json' };
import massProblem from '../../src-shared/locale/en/massProblem.json' with { type: 'json' };
import notice from '../../src-shared/locale/en/notice.json' with { type: 'json' };
import paper from '../../src-shared/locale/en/paper.json' with { type: 'json' };
import practice from '../../src-shared/locale/en/practice.json' with { type: 'json' };
import problem from '../../src-shared/locale/en/problem.json' with { type: 'json' };
import promise from '../../src-shared/locale/en/promise.json' with { type: 'json' };
import question from '../../src-shared/locale/en/question.json' with { type: 'json' };
import refusal from '../../src-shared/locale/en/refusal.json' with { type: 'json' };
import role from '../../src-shared/locale/en/role.json' with { type: 'json' };
import script from '../../src-shared/locale/en/script.json' with { type: 'json' };
import session from '../../src-shared/locale/en/session.json' with { type: 'json' };
import settings from '../../src-shared/locale/en/settings.json' with { type: 'json' };
import sign from '../../src-shared/locale/en/sign.json' with { type: 'json' };
import similar from '../../src-shared/locale/en/similar.json' with { type: 'json' };
import snippet from '../../src-shared/locale/en/snippet.json' with { type: 'json' };
import spelling from '../../src-shared/locale/en/spelling.json' with { type: 'json' };
import station from '../../src-shared/locale/en/station.json' with { type: 'json' };
import store from '../../src-shared/locale/en/store.json' with { type: 'json' };
import sync from '../../src-shared/locale/en/sync.json' with { type: 'json' };
import syncTrouble from '../../src-shared/locale/en/syncTrouble.json' with { type: 'json' };
import tag from '../../src-shared/locale/en/tag.json' with { type: 'json' };
import telephony from '../../src-shared/locale/en/telephony.json' with { type: 'json' };
import term from '../../src-shared/locale/en/term.json' with { type: 'json' };
import tour from '../../src-shared/locale/en/tour.json' with { type: 'json' };

/** The texts of the window in English: concept -> key. */
export const en = {
  file,
  carry,
  store,
  frame,
  board,
  calendar,
  call,
  appeal,
  applicant,
  consultation,
  control,
  session,
  sync,
  syncTrouble,
  tag,
  tour,
  find,
  knowledge,
  announcement,
  script,
  massProblem,
  sign,
  similar,
  snippet,
  attention,
  notice,
  settings,
  history,
  refusal,
  problem,
  caller,
  cardError,
  role,
  danger,
  delivery,
  keys,
  spelling,
  station,
  practice,
  paper,
  headset,
  telephony,
  term,
  competence,
  handover,
  promise,
  question,
  duty,
  fact,
} as const;
