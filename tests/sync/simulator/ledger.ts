import { canonicalJson } from '../../../src-shared/command/canonical.ts';
import type { Command } from '../../../src-shared/command/envelope.ts';

/** A promise of the specification was broken in a history. */
export class Broken extends Error {
  constructor(invariant: string, what: string) {
    super(`${invariant}: ${what}`);
    this.name = 'Broken';
  }
}

/** What has been done so far, noted outside the product: the oracle of the histories. */
export interface Ledger {
  /** Notes a command as given. */
  issue(command: Command): void;
  /** A command leaves a workstation: it must be one that was given, unchanged. */
  leaves(command: Command): void;
  /** A newer build wrote this command instead: same id, another kind. */
  rewrite(command: Command): void;
  issued(): ReadonlyMap<string, Command>;
  /** The bytes that were given or sent under a hash; undefined when nobody ever sent such. */
  bytes(hash: string): Command | undefined;
  /** Notes which commands a disk holds at this moment. */
  hold(station: number, commands: Iterable<string>): void;
  /** A disk was thrown away: what only it held may be lost, and its numbers may be told again. */
  discard(station: number): void;
  /** Copies the holdings of a disk with the disk. */
  copy(from: number, to: number): void;
  keep(station: number): void;
  rewind(station: number, copy: number): void;
  /** Whether a stand-in has left for a command: it was too large for the way. */
  wasWithheld(command: string): boolean;
  /** Whether some living disk should still answer for a command. */
  isHeld(command: string): boolean;
  /** Whether a disk was copied or put back, so that the same number may have been told twice. */
  wasDoubled(): boolean;
}

export function ledgerOf(stations: number): Ledger {
  const commands = new Map<string, Command>();
  const byHash = new Map<string, Command>();
  const withheld = new Set<string>();
  const disks = Array.from({ length: stations }, () => new Set<string>());
  const kept = Array.from({ length: stations }, (): Set<string>[] => []);
  let doubled = false;
  const disk = (station: number) => disks[station] ?? new Set<string>();
  return {
    issue(command) {
      commands.set(command.id, command);
      byHash.set(command.hash, command);
    },
    leaves(command) {
      const known = commands.get(command.id);
      // A command of the image, or the stand-in of one that is too large for the way.
      if (known === undefined) return;
      if (Object.keys(command.payload).length === 0) {
        withheld.add(command.id);
        return;
      }
      if (contentOf(known) !== contentOf(command))
        throw new Broken('I1', `${command.kind} ${command.id} leaves with another content than it was given`);
      byHash.set(command.hash, command);
    },
    rewrite(command) {
      commands.set(command.id, command);
      byHash.set(command.hash, command);
    },
    bytes: (hash) => byHash.get(hash),
    wasWithheld: (command) => withheld.has(command),
    issued: () => commands,
    hold(station, held) {
      for (const id of held) disk(station).add(id);
    },
    discard(station) {
      doubled = true;
      disks[station] = new Set();
    },
    copy(from, to) {
      doubled = true;
      disks[to] = new Set(disk(from));
    },
    keep: (station) => void kept[station]?.push(new Set(disk(station))),
    rewind(station, copy) {
      doubled = true;
      const copies = kept[station] ?? [];
      disks[station] = new Set(copies[copy % copies.length]);
    },
    isHeld: (command) => disks.some((held) => held.has(command)),
    wasDoubled: () => doubled,
  };
}

/** What never changes of a command: all but its place in a client's sequence and a time measured after it was given. */
function contentOf(command: Command): string {
  const { id, region, kind, v, actor, payload, base, minted, at } = command;
  const { wall, mono, bootId } = at;
  return canonicalJson({ id, region, kind, v, actor, payload, base, minted, wall, mono, bootId });
}
