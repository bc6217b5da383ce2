import type { WorkstationState } from '../../../src-shared/session/queries.ts';
import type { Desk } from '../desk.ts';
import type { Session } from '../store/intent/session.ts';

/** workstation.state: what the window chooses its first screen by */
export function workstationState(
  desk: Desk,
  session: Session | null,
  keyUnprotected: boolean,
): WorkstationState {
  const { enrolment, session: sessions } = desk.stores.intent;
  const enrolled = enrolment.get();
  return {
    enrolment: enrolled && {
      server: enrolled.server,
      workstation: enrolled.workstation,
      workstationName: enrolled.name,
      region: enrolled.region,
      regionName: enrolled.regionName,
    },
    session: session && {
      operator: currentOperator(desk, session),
      login: session.login,
      offline: session.offline,
      since: session.since,
    },
    knownLogins: sessions.known().map(({ login, operator }) => ({ login, name: operator.name })),
    keyUnprotected,
  };
}

/** The operator as the centre last told: a role may have changed since the sign-in. */
function currentOperator(desk: Desk, session: Session): Session['operator'] {
  return desk.stores.records.record.get('operator', session.operator.id) ?? session.operator;
}
