import announcement from '../../src-shared/locale/uk/announcement.json' with { type: 'json' };
import appeal from '../../src-shared/locale/uk/appeal.json' with { type: 'json' };
import applicant from '../../src-shared/locale/uk/applicant.json' with { type: 'json' };
import attention from '../../src-shared/locale/uk/attention.json' with { type: 'json' };
import board from '../../src-shared/locale/uk/board.json' with { type: 'json' };
import calendar from '../../src-shared/locale/uk/calendar.json' with { type: 'json' };
import call from '../../src-shared/locale/uk/call.json' with { type: 'json' };
import caller from '../../src-shared/locale/uk/caller.json' with { type: 'json' };
import cardError from '../../src-shared/locale/uk/cardError.json' with { type: 'json' };
import carry from '../../src-shared/locale/uk/carry.json' with { type: 'json' };
import competence from '../../src-shared/locale/uk/competence.json' with { type: 'json' };
import consultation from '../../src-shared/locale/uk/consultation.json' with { type: 'json' };
import control from '../../src-shared/locale/uk/control.json' with { type: 'json' };
import danger from '../../src-shared/locale/uk/danger.json' with { type: 'json' };
import delivery from '../../src-shared/locale/uk/delivery.json' with { type: 'json' };
import duty from '../../src-shared/locale/uk/duty.json' with { type: 'json' };
import fact from '../../src-shared/locale/uk/fact.json' with { type: 'json' };
import file from '../../src-shared/locale/uk/file.json' with { type: 'json' };
import find from '../../src-shared/locale/uk/find.json' with { type: 'json' };
import frame from '../../src-shared/locale/uk/frame.json' with { type: 'json' };
import handover from '../../src-shared/locale/uk/handover.json' with { type: 'json' };
import headset from '../../src-shared/locale/uk/headset.json' with { type: 'json' };
import history from '../../src-shared/locale/uk/history.json' with { type: 'json' };
import keys from '../../src-shared/locale/uk/keys.json' with { type: 'json' };
import knowledge from '../../src-shared/locale/uk/knowledge.json' with { type: 'json' };
import massProblem from '../../src-shared/locale/uk/massProblem.json' with { type: 'json' };
import notice from '../../src-shared/locale/uk/notice.json' with { type: 'json' };
import paper from '../../src-shared/locale/uk/paper.json' with { type: 'json' };
import practice from '../../src-shared/locale/uk/practice.json' with { type: 'json' };
import problem from '../../src-shared/locale/uk/problem.json' with { type: 'json' };
import promise from '../../src-shared/locale/uk/promise.json' with { type: 'json' };
import question from '../../src-shared/locale/uk/question.json' with { type: 'json' };
import refusal from '../../src-shared/locale/uk/refusal.json' with { type: 'json' };
import role from '../../src-shared/locale/uk/role.json' with { type: 'json' };
import script from '../../src-shared/locale/uk/script.json' with { type: 'json' };
import session from '../../src-shared/locale/uk/session.json' with { type: 'json' };
import settings from '../../src-shared/locale/uk/settings.json' with { type: 'json' };
import sign from '../../src-shared/locale/uk/sign.json' with { type: 'json' };
import similar from '../../src-shared/locale/uk/similar.json' with { type: 'json' };
import snippet from '../../src-shared/locale/uk/snippet.json' with { type: 'json' };
import spelling from '../../src-shared/locale/uk/spelling.json' with { type: 'json' };
import station from '../../src-shared/locale/uk/station.json' with { type: 'json' };
import store from '../../src-shared/locale/uk/store.json' with { type: 'json' };
import sync from '../../src-shared/locale/uk/sync.json' with { type: 'json' };
import syncTrouble from '../../src-shared/locale/uk/syncTrouble.json' with { type: 'json' };
import tag from '../../src-shared/locale/uk/tag.json' with { type: 'json' };
import telephony from '../../src-shared/locale/uk/telephony.json' with { type: 'json' };
import term from '../../src-shared/locale/uk/term.json' with { type: 'json' };
import tour from '../../src-shared/locale/uk/tour.json' with { type: 'json' };

/** The texts of the window in Ukrainian: concept -> key. */
export const uk = {
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
