import { createContext, useContext } from 'react';
import { type CommandKind, commandSpec } from '../../src-shared/command/registry.ts';
import type { Operator, Role } from '../../src-shared/operator/model.ts';
import type { WorkstationState } from '../../src-shared/session/queries.ts';

/** Who works here now. */
export interface Session {
  readonly operator: Operator;
  readonly offline: boolean;
  readonly workstation: WorkstationState;
  readonly signOut: () => void;
}

export const SessionContext = createContext<Session | null>(null);

/** The signed-in operator; only used below the frame, which stands on a session. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('no session around this part of the window');
  return session;
}

/** Whether a role may give a command: the core's own declaration, not a copy of it. */
export function mayRun(role: Role, kind: CommandKind): boolean {
  return commandSpec(kind)?.mayRun.includes(role) ?? false;
}
