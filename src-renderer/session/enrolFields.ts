import { PairingCode } from '../../src-shared/session/enrol.ts';

/** What the first-run screen asks for. */
export interface EnrolFields {
  readonly server: string;
  readonly code: string;
  readonly name: string;
}

/** Keys of the texts for what is wrong, by field; null where nothing is. */
export interface EnrolErrors {
  readonly server: 'session:server.required' | 'session:server.invalid' | null;
  readonly code: 'session:code.required' | 'session:code.invalid' | null;
  readonly name: 'session:name.required' | null;
}

/** Checks the shape of the fields before anything is asked of a server. */
export function checkEnrolFields(fields: EnrolFields): EnrolErrors {
  const server = fields.server.trim();
  const code = fields.code.trim();
  return {
    server: server === '' ? 'session:server.required' : isAddress(server) ? null : 'session:server.invalid',
    code:
      code === ''
        ? 'session:code.required'
        : PairingCode.safeParse(code).success
          ? null
          : 'session:code.invalid',
    name: fields.name.trim() === '' ? 'session:name.required' : null,
  };
}

/** A host with or without scheme and port; the scheme may be left out as people say it. */
function isAddress(text: string): boolean {
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return (protocol === 'https:' || protocol === 'http:') && hostname !== '' && !/\s/.test(text);
}

/** The field a problem belongs to; null for the form as a whole. */
export function fieldOfProblem(code: string): keyof EnrolFields | null {
  if (code.startsWith('server')) return 'server';
  if (code.startsWith('pairingCode')) return 'code';
  return null;
}
