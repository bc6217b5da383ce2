import { randomUUID } from 'node:crypto';
import type { Command } from '../../src-shared/command/envelope.ts';
import type { CommandResult } from '../../src-shared/command/outcome.ts';
import type { Block } from '../../src-shared/number/lease.ts';
import type { HelloAnswer, HelloRequest } from '../../src-shared/sync/hello.ts';
import { RepushAnswer, type RepushEntry, type RepushRequest } from '../../src-shared/sync/repush.ts';
import { aPeer, type Peer } from './peer.ts';
import type { TestServer } from './server.ts';

/** A peer of protocol 2 that keeps what it was told, as a workstation does, and can tell it again. */
export interface Teller {
  readonly peer: Peer;
  readonly kept: RepushEntry[];
  readonly blocks: Block[];
  /** Pushes, keeps each command with its outcome, and gives the results. */
  push(commands: readonly Command[]): Promise<readonly CommandResult[]>;
  /** Says hello as one that knows all it has kept. */
  hello(over?: Partial<HelloRequest>): Promise<HelloAnswer>;
  /** Tells again; everything in one request and complete unless said otherwise. */
  repush(over?: Partial<RepushRequest>): Promise<RepushAnswer>;
}

/** Enrols a new one. */
export async function aTeller(server: TestServer, login?: string): Promise<Teller> {
  const peer = await aPeer(server, login);
  const kept: RepushEntry[] = [];
  const blocks = [...peer.blocks];
  let epoch = peer.epoch;
  const acked = () => kept.reduce((last, { command }) => Math.max(last, command.seq), 0);
  return {
    peer,
    kept,
    blocks,
    async push(commands) {
      const { results } = await peer.push(commands);
      for (const result of results) {
        const command = commands.find(({ id }) => id === result.id);
        if (command === undefined || kept.some((entry) => entry.command.id === command.id)) continue;
        const { version, ordinal, outcome, code } = result;
        kept.push({ command, epoch: peer.epoch, version, ordinal, outcome, code });
      }
      return results;
    },
    async hello(over = {}) {
      const answer = await peer.hello({ protocol: [1, 2], epoch, ackedSeq: acked(), ...over });
      if (answer.verdict.name !== 'repush') epoch = answer.epoch;
      Object.assign(peer, { epoch: answer.epoch });
      blocks.push(...answer.leases.filter(({ id }) => !blocks.some((block) => block.id === id)));
      return answer;
    },
    async repush(over = {}) {
      const body = {
        client: peer.client,
        request: randomUUID(),
        epoch: peer.epoch,
        entries: kept,
        blocks,
        ackedSeq: acked(),
        grants: [{ id: peer.grant, operator: peer.actor }],
        complete: true,
        ...over,
      };
      const answer = RepushAnswer.parse((await peer.send('/sync/repush', body)).body);
      if (body.complete) epoch = answer.epoch;
      return answer;
    },
  };
}
