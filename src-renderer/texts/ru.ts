import announcement from '../../src-shared/locale/ru/announcement.json' with { type: 'json' };
import appeal from '../../src-shared/locale/ru/appeal.json' with { type: 'json' };
import applicant from '../../src-shared/locale/ru/applicant.json' with { type: 'json' };
import attention from '../../src-shared/locale/ru/attention.json' with { type: 'json' };
import board from '../../src-shared/locale/ru/board.json' with { type: 'json' };
import calendar from '../../src-shared/locale/ru/calendar.json' with { type: 'json' };
import call from '../../src-shared/locale/ru/call.json' with { type: 'json' };
import caller from '../../src-shared/locale/ru/caller.json' with { type: 'json' };
import cardError from '../../src-shared/locale/ru/cardError.json' with { type: 'json' };
import carry from '../../src-shared/locale/ru/carry.json' with { type: 'json' };
import competence from '../../src-shared/locale/ru/competence.json' with { type: 'json' };
import consultation from '../../src-shared/locale/ru/consultation.json' with { type: 'json' };
import control from '../../src-shared/locale/ru/control.json' with { type: 'json' };
import danger from '../../src-shared/locale/ru/danger.json' with { type: 'json' };
import delivery from '../../src-shared/locale/ru/delivery.json' with { type: 'json' };
import duty from '../../src-shared/locale/ru/duty.json' with { type: 'json' };
import fact from '../../src-shared/locale/ru/fact.json' with { type: 'json' };
import file from '../../src-shared/locale/ru/file.json' with { type: 'json' };
import find from '../../src-shared/locale/ru/find.json' with { type: 'json' };
import frame from '../../src-shared/locale/ru/frame.json' with { type: 'json' };
import handover from '../../src-shared/locale/ru/handover.json' with { type: 'json' };
import headset from '../../src-shared/locale/ru/headset.json' with { type: 'json' };
import history from '../../src-shared/locale/ru/history.json' with { type: 'json' };
import keys from '../../src-shared/locale/ru/keys.json' with { type: 'json' };
import knowledge from '../../src-shared/locale/ru/knowledge.json' with { type: 'json' };
import massProblem from '../../src-shared/locale/ru/massProblem.json' with { type: 'json' };
import notice from '../../src-shared/locale/ru/notice.json' with { type: 'json' };
import paper from '../../src-shared/locale/ru/paper.json' with { type: 'json' };
import practice from '../../src-shared/locale/ru/practice.json' with { type: 'json' };
import problem from '../../src-shared/locale/ru/problem.json' with { type: 'json' };
import promise from '../../src-shared/locale/ru/promise.json' with { type: 'json' };
import question from '../../src-shared/locale/ru/question.json' with { type: 'json' };
import refusal from '../../src-shared/locale/ru/refusal.json' with { type: 'json' };
import role from '../../src-shared/locale/ru/role.json' with { type: 'json' };
import script from '../../src-shared/locale/ru/script.json' with { type: 'json' };
import session from '../../src-shared/locale/ru/session.json' with { type: 'json' };
import settings from '../../src-shared/locale/ru/settings.json' with { type: 'json' };
import sign from '../../src-shared/locale/ru/sign.json' with { type: 'json' };
import similar from '../../src-shared/locale/ru/similar.json' with { type: 'json' };
import snippet from '../../src-shared/locale/ru/snippet.json' with { type: 'json' };
import spelling from '../../src-shared/locale/ru/spelling.json' with { type: 'json' };
import station from '../../src-shared/locale/ru/station.json' with { type: 'json' };
import store from '../../src-shared/locale/ru/store.json' with { type: 'json' };
import sync from '../../src-shared/locale/ru/sync.json' with { type: 'json' };
import syncTrouble from '../../src-shared/locale/ru/syncTrouble.json' with { type: 'json' };
import tag from '../../src-shared/locale/ru/tag.json' with { type: 'json' };
import telephony from '../../src-shared/locale/ru/telephony.json' with { type: 'json' };
import term from '../../src-shared/locale/ru/term.json' with { type: 'json' };
import tour from '../../src-shared/locale/ru/tour.json' with { type: 'json' };

/** The texts of the window in Russian: concept -> key. */
export const ru = {
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
