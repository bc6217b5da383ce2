import { createHash, randomUUID } from 'node:crypto';
import { v7 } from 'uuid';
import { hashedPart } from '../../src-shared/command/canonical.ts';
import { Command, type UnhashedCommand } from '../../src-shared/command/envelope.ts';
import { EnrolAnswer } from '../../src-shared/session/enrol.ts';
import { SignInAnswer } from '../../src-shared/session/signIn.ts';
import { ServerError } from '../../src-shared/sync/envelope.ts';
import { HelloAnswer, type HelloRequest } from '../../src-shared/sync/hello.ts';
import { PullAnswer, type PullRequest } from '../../src-shared/sync/pull.ts';
import { PushAnswer } from '../../src-shared/sync/push.ts';
import type { TestServer } from './server.ts';

/** Password of the demo accounts. */
export const PASSWORD = 'holos-demo-2026';

/** What came back over HTTP, unparsed. */
export interface Reply {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Headers;
}

/** Posts JSON as a stranger or, with a bearer, as a workstation. */
export async function post(url: string, path: string, body: unknown, bearer?: string): Promise<Reply> {
  const response = await fetch(`${url}${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: response.status, body: await response.json(), headers: response.headers };
}

/** The code of a refusal, in the one shape that refusals have. */
export function refusalOf(reply: Reply): string {
  return ServerError.parse(reply.body).error.code;
}

/** A workstation as the server sees it: speaks the protocol over HTTP, holds nothing on disk. */
export interface Peer {
  readonly bearer: string;
  readonly enrolled: EnrolAnswer;
  readonly client: string;
  readonly grant: string;
  readonly actor: string;
  readonly epoch: string;
  readonly blocks: HelloAnswer['leases'];
  /** Sequence of the command made next. */
  nextSeq: number;
  /** Makes the next command; whatever is given overrides. */
  command(kind: string, payload: Command['payload'], over?: Partial<UnhashedCommand>): Command;
  push(commands: readonly Command[]): Promise<PushAnswer>;
  pull(over?: Partial<PullRequest>): Promise<PullAnswer>;
  /** Every row after a cursor, page by page. */
  pullAll(
    over?: Partial<PullRequest>,
  ): Promise<{ rows: PullAnswer['rows']; last: PullAnswer; pages: PullAnswer[] }>;
  hello(over?: Partial<HelloRequest>): Promise<HelloAnswer>;
  send(path: string, body: unknown): Promise<Reply>;
  /** The same workstation and sign-in after its database was made anew: another client at sequence 1. */
  anotherClient(): Promise<Peer>;
}

/** Enrols, signs in and says hello. */
export async function aPeer(server: Pick<TestServer, 'url' | 'pairingCode'>, login = 'koval'): Promise<Peer> {
  const request = randomUUID();
  const code = await server.pairingCode();
  const enrolled = EnrolAnswer.parse(
    (await post(server.url, '/enrol', { request, code, name: 'Test' })).body,
  );
  const bearer = `${enrolled.workstation}.${enrolled.secret}`;
  return await peerOf(server.url, bearer, enrolled, login);
}

/** Another client of an enrolled workstation, or the same on another server. */
export async function peerOf(
  url: string,
  bearer: string,
  enrolled: EnrolAnswer,
  login = 'koval',
): Promise<Peer> {
  const send = async (path: string, body: unknown) => await post(url, path, body, bearer);
  const session = await send('/session', { request: randomUUID(), login, password: PASSWORD });
  return await clientOf({ url, bearer, enrolled, send, signedIn: SignInAnswer.parse(session.body) });
}

interface SignedIn {
  readonly url: string;
  readonly bearer: string;
  readonly enrolled: EnrolAnswer;
  readonly signedIn: SignInAnswer;
  readonly send: Peer['send'];
}

async function clientOf(station: SignedIn): Promise<Peer> {
  const { bearer, enrolled, send, signedIn } = station;
  const client = v7();
  const bootId = randomUUID();
  const head = () => ({ client, request: randomUUID() });

  const hello = async (over: Partial<HelloRequest> = {}) => {
    const body = {
      ...head(),
      app: 'test',
      protocol: [1, 1],
      epoch: null,
      cursor: null,
      ackedSeq: 0,
      nextSeq: peer.nextSeq,
      clock: { wall: Date.now(), mono: 0 },
      numbers: [],
      ...over,
    };
    return HelloAnswer.parse((await send('/sync/hello', body)).body);
  };
  const pull = async (over: Partial<PullRequest> = {}) =>
    PullAnswer.parse(
      (await send('/sync/pull', { ...head(), epoch: null, cursor: null, limit: 500, ackedSeq: 0, ...over }))
        .body,
    );
  const peer = {
    bearer,
    enrolled,
    client,
    grant: signedIn.grant as string,
    actor: signedIn.operator.id as string,
    epoch: '',
    blocks: [] as HelloAnswer['leases'],
    nextSeq: 1,
    send,
    hello,
    pull,
    anotherClient: async () => await clientOf(station),
    command(kind: string, payload: Command['payload'], over: Partial<UnhashedCommand> = {}) {
      const unhashed = {
        id: v7(),
        client,
        workstation: enrolled.workstation,
        seq: peer.nextSeq,
        region: enrolled.region,
        kind,
        v: 1,
        actor: signedIn.operator.id,
        grant: signedIn.grant,
        payload,
        base: null,
        minted: { number: null },
        at: { wall: Date.now(), offsetMs: 0, uncertaintyMs: 5, mono: 1000, bootId },
        ...over,
      } as UnhashedCommand;
      if (over.seq === undefined) peer.nextSeq += 1;
      return rehashed(unhashed);
    },
    push: async (commands: readonly Command[]) =>
      PushAnswer.parse((await send('/sync/push', { ...head(), epoch: peer.epoch, commands })).body),
    async pullAll(over: Partial<PullRequest> = {}) {
      const pages = [await pull(over)];
      for (let last = pages[0]; last?.more; last = pages.at(-1))
        pages.push(await pull({ ...over, cursor: last.cursor }));
      const last = pages.at(-1);
      if (!last) throw new Error('a pull without a page');
      return { rows: pages.flatMap((page) => page.rows), last, pages };
    },
  };
  const first = await hello();
  peer.epoch = first.epoch;
  peer.blocks = first.leases;
  return peer;
}

/** A command with the right hash for its content. */
export function rehashed(command: UnhashedCommand & { hash?: unknown }): Command {
  return Command.parse({ ...command, hash: createHash('sha256').update(hashedPart(command)).digest('hex') });
}
