import { AnnouncementId, ScriptId } from '../../../../src-shared/brand.ts';
import { aCall, aCommand, aConsultation, IDS, type Records, STAFF, uuid } from '../builders.ts';
import type { Case } from './cases.ts';

const at = (command: Case['command'], ...records: Records): Case => ({
  command,
  records: [...STAFF, ...records],
});

const text = {
  title: 'Немає води до 18:00',
  body: 'Ремонт водогону.',
  topics: ['03.01'],
  areas: [{ district: 'bakhmut', settlement: 'Бахмут', streets: ['Садова 1-25'] }],
  from: '2026-11-25T06:00:00.000Z',
  until: '2026-11-25T16:00:00.000Z',
};
const saved = { savedBy: aCall().operator, savedAt: '2026-11-25T10:00:00.000Z', region: aCall().region };
const announced = (version: number) => ({
  announcement: {
    ...text,
    ...saved,
    id: AnnouncementId.parse(uuid(88)),
    state: 'published' as const,
    version,
    told: 3,
  },
});
const questions = [
  { id: 'entrance', label: "Під'їзд", ask: "У якому під'їзді?", field: null, words: ["під'їзд"] },
];
const script = { title: 'Немає води', topics: ['03.01'], questions };
const asked = (version: number) => ({
  script: { ...script, ...saved, id: ScriptId.parse(uuid(89)), state: 'published' as const, version },
});

const byLead = { actor: IDS.lead };
const save = { announcement: uuid(88), expected: 2, text };
const seen = { announcement: uuid(88), expected: 2 };
const tell = {
  announcement: uuid(88),
  call: IDS.call,
  consultation: IDS.consultation,
  topic: '03.01',
  district: '',
  said: 'Немає води до 18:00',
};
const saveScript = { script: uuid(89), expected: 2, text: script };
const seenScript = { script: uuid(89), expected: 2 };
const call = { call: aCall() };

export const ANNOUNCEMENT_APPLIED = {
  'announcement.save': at(aCommand('announcement.save', save, byLead), announced(2)),
  'announcement.withdraw': at(aCommand('announcement.withdraw', seen, byLead), announced(2)),
  'announcement.tell': at(aCommand('announcement.tell', tell), announced(2), call),
  'script.save': at(aCommand('script.save', saveScript, byLead), asked(2)),
  'script.withdraw': at(aCommand('script.withdraw', seenScript, byLead), asked(2)),
};

const command = (kind: keyof typeof ANNOUNCEMENT_APPLIED) => ANNOUNCEMENT_APPLIED[kind].command;
const saveOf = (part: Partial<typeof text>) =>
  aCommand('announcement.save', { ...save, text: { ...text, ...part } }, byLead);

export const ANNOUNCEMENT_REFUSED = {
  'announcement.save': {
    announcement_unknown: [at(command('announcement.save'))],
    announcement_changed: [at(command('announcement.save'), announced(3))],
    announcement_times: [at(saveOf({ until: text.from }), announced(2))],
  },
  'announcement.withdraw': {
    announcement_unknown: [at(command('announcement.withdraw'))],
    announcement_changed: [at(command('announcement.withdraw'), announced(3))],
  },
  'announcement.tell': {
    announcement_unknown: [at(command('announcement.tell'), call)],
    call_unknown: [at(command('announcement.tell'), announced(2))],
    consultation_exists: [
      at(command('announcement.tell'), announced(2), call, { consultation: aConsultation() }),
    ],
    topic_required: [at(aCommand('announcement.tell', { ...tell, topic: '' }), announced(2), call)],
  },
  'script.save': {
    script_unknown: [at(command('script.save'))],
    script_changed: [at(command('script.save'), asked(3))],
    script_question_twice: [
      at(
        aCommand(
          'script.save',
          {
            ...saveScript,
            text: {
              ...script,
              questions: [...questions, { ...questions[0], id: 'other', label: "ПІД'ЇЗД" }],
            },
          },
          byLead,
        ),
        asked(2),
      ),
    ],
  },
  'script.withdraw': {
    script_unknown: [at(command('script.withdraw'))],
    script_changed: [at(command('script.withdraw'), asked(3))],
  },
};
