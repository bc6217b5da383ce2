import { EVERYTHING } from '../../../../src-shared/appeal/browse.ts';
import { ApplicantId, OperatorId, PhoneMarkId, ViewId } from '../../../../src-shared/brand.ts';
import {
  aCall,
  aCommand,
  aConsultation,
  anAppeal,
  aPerson,
  IDS,
  type Records,
  STAFF,
  uuid,
} from '../builders.ts';
import type { Case } from './cases.ts';

const at = (command: Case['command'], ...records: Records): Case => ({
  command,
  records: [...STAFF, ...records],
});

const stored = { region: aCall().region, createdAt: '2026-11-25T10:00:00.000Z' };
const person = { applicant: { ...aPerson(), ...stored } };
const second = { applicant: { ...aPerson({ id: ApplicantId.parse(uuid(98)) }), ...stored } };
const merged = (mergedAt: string) => ({
  applicant: { ...person.applicant, mergedInto: ApplicantId.parse(uuid(98)), mergedAt },
});
const elsewhere = {
  applicant: { ...person.applicant, mergedInto: ApplicantId.parse(uuid(97)), mergedAt: stored.createdAt },
};
const byLead = { actor: IDS.lead };
const self = { applicant: IDS.applicant };
const changes = [{ field: 'needs', value: 'погано чує' }];
const amend = { ...self, changes };
const seen = (value: unknown, field = 'needs') => ({ base: [{ field, value }] });
const merge = { from: IDS.applicant, into: uuid(98) };
const mark = { mark: uuid(77), phone: '+380501234567', kind: 'shared', note: 'лікарня' };
const marked = {
  phoneMark: {
    id: PhoneMarkId.parse(uuid(77)),
    region: stored.region,
    phone: '+380671112233',
    kind: null,
    note: '',
    at: stored.createdAt,
    by: aCall().operator,
  },
};
const kept = { name: 'Термінові', filter: EVERYTHING, order: 'newest', isShared: false, isRemoved: false };
const view = { ...kept, view: uuid(78) };
const othersView = {
  view: {
    ...kept,
    order: 'newest' as const,
    id: ViewId.parse(uuid(78)),
    region: stored.region,
    owner: OperatorId.parse(IDS.bondar),
    at: stored.createdAt,
  },
};
const inquire = { appeal: IDS.appeal, call: IDS.call, consultation: IDS.consultation, note: 'ще чекаємо' };
const [call, appeal] = [{ call: aCall() }, { appeal: anAppeal() }];
const emptied = ['surname', 'givenName', 'patronymic'];

export const APPLICANT_APPLIED = {
  'appeal.inquire': at(aCommand('appeal.inquire', inquire), call, appeal),
  'applicant.amend': at(aCommand('applicant.amend', amend, seen(null)), person),
  'applicant.merge': at(aCommand('applicant.merge', merge), person, second),
  'applicant.unmerge': at(aCommand('applicant.unmerge', self), merged('2026-11-01T10:00:00.000Z')),
  'applicant.protect': at(aCommand('applicant.protect', { ...self, isProtected: true }, byLead), person),
  'applicant.open': at(aCommand('applicant.open', { ...self, reason: 'скарга' }, byLead), person),
  'phone.mark': at(aCommand('phone.mark', mark)),
  'view.save': at(aCommand('view.save', view)),
};

const command = (kind: keyof typeof APPLICANT_APPLIED) => APPLICANT_APPLIED[kind].command;
const other = { ...person.applicant, needs: 'не чує' };

export const APPLICANT_REFUSED = {
  'appeal.inquire': {
    appeal_unknown: [at(command('appeal.inquire'), call)],
    call_unknown: [at(command('appeal.inquire'), appeal)],
    consultation_exists: [at(command('appeal.inquire'), call, appeal, { consultation: aConsultation() })],
  },
  'applicant.amend': {
    applicant_unknown: [at(command('applicant.amend'))],
    base_missing: [at(aCommand('applicant.amend', amend, seen('', 'email')), person)],
    applicant_changed: [at(command('applicant.amend'), { applicant: other })],
    applicant_emptied: [
      at(
        aCommand(
          'applicant.amend',
          {
            ...self,
            changes: [...emptied.map((field) => ({ field, value: '' })), { field: 'phone', value: null }],
          },
          {
            base: [
              { field: 'surname', value: 'Іваненко' },
              { field: 'givenName', value: 'Ганна' },
              { field: 'patronymic', value: 'Петрівна' },
              { field: 'phone', value: '+380501234567' },
            ],
          },
        ),
        person,
      ),
    ],
  },
  'applicant.merge': {
    applicant_unknown: [at(command('applicant.merge'), person), at(command('applicant.merge'), second)],
    applicant_same: [at(aCommand('applicant.merge', { ...merge, into: IDS.applicant }), person)],
    applicant_merged: [at(command('applicant.merge'), elsewhere, second)],
  },
  'applicant.unmerge': {
    applicant_unknown: [at(command('applicant.unmerge'))],
    applicant_not_merged: [at(command('applicant.unmerge'), person)],
    merge_too_old: [at(command('applicant.unmerge'), merged('2026-10-01T10:00:00.000Z'))],
  },
  'applicant.protect': { applicant_unknown: [at(command('applicant.protect'))] },
  'applicant.open': { applicant_unknown: [at(command('applicant.open'))] },
  'phone.mark': { phone_mark_mismatch: [at(command('phone.mark'), marked)] },
  'view.save': {
    view_not_yours: [at(command('view.save'), othersView)],
    view_shared_by_lead: [at(aCommand('view.save', { ...view, isShared: true }))],
  },
};
