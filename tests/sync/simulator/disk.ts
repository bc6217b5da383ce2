import { cpSync, existsSync, linkSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';

/** A process was killed in the middle of this call; nothing it would have done afterwards happens. */
export class Killed extends Error {
  constructor() {
    super('killed');
    this.name = 'Killed';
  }
}

/** Where a kill strikes: at the n-th commit from now, of one file or of any, before or after it is on disk. */
export interface Trap {
  readonly file: string | null;
  readonly commits: number;
  readonly when: 'before' | 'after';
}

/** What the next commits of one file meet instead of success. */
export interface CommitFault {
  readonly file: string | null;
  readonly code: 'SQLITE_BUSY' | 'SQLITE_CORRUPT';
  commits: number;
}

/** The files of one process and its open connections, with a hand on every commit. */
export interface Disk {
  readonly dir: string;
  /** Takes a connection under control; to be given to the product as its `onOpen`. */
  hold(name: string, db: Database): void;
  /** The open connection of a file, for the checks' plain SQL. */
  open(name: string): Database | null;
  arm(trap: Trap, strike: () => void): void;
  /** Takes back every trap and fault that has not struck yet. */
  disarm(): void;
  fail(fault: CommitFault): void;
  /** Leaves room for so many pages more; null takes the limit away. Writing beyond it is a real SQLITE_FULL. */
  limitPages(more: number | null): void;
  /** Lets the simulator itself write, past every trap and fault. */
  aside(work: () => void): void;
  /** Whether a fault is in force or still waits for its commit. */
  isFaulty(): boolean;
  /** Every commit seen so far. */
  commits(): number;
  /** The power went: takes the files as they are and cuts the process off from them. */
  cutOff(): void;
  /** The files as they are, copied into a folder. */
  copyTo(dir: string): void;
}

/** @param onCommit told of every commit, so that the trace shows it */
export function diskOf(dir: string, cut: (from: string) => void): Disk {
  const connections = new Map<string, Database>();
  let trap: { at: Trap; left: number; strike: () => void } | null = null;
  let fault: CommitFault | null = null;
  let count = 0;
  let pages: number | null = null;
  let isAside = false;
  const old: Database[] = [];

  function committing(name: string, commit: () => unknown): unknown {
    if (isAside) return commit();
    if (fault !== null && (fault.file === null || fault.file === name)) {
      fault.commits -= 1;
      const { code } = fault;
      if (fault.commits <= 0) fault = null;
      throw Object.assign(new Error(code), { code });
    }
    const strikes = trap !== null && (trap.at.file === null || trap.at.file === name);
    if (strikes && trap !== null) trap.left -= 1;
    const isHit = strikes && trap !== null && trap.left <= 0 ? trap : null;
    if (isHit?.at.when === 'before') return hit(isHit.strike);
    const value = commit();
    count += 1;
    if (isHit !== null) hit(isHit.strike);
    return value;
  }

  function hit(strike: () => void): never {
    trap = null;
    strike();
    throw new Killed();
  }

  function limit(db: Database): void {
    if (pages === null) db.pragma('max_page_count = 1073741823');
    else db.pragma(`max_page_count = ${Number(db.pragma('page_count', { simple: true })) + pages}`);
  }

  return {
    dir,
    hold(name, db) {
      const before = connections.get(name);
      if (before !== undefined) old.push(before);
      connections.set(name, db);
      watchCommits(db, (commit) => committing(name, commit));
      if (pages !== null) limit(db);
    },
    open: (name) => {
      const db = connections.get(name);
      return db?.open ? db : null;
    },
    arm(at, strike) {
      trap = { at, left: at.commits, strike };
    },
    disarm() {
      trap = null;
      fault = null;
    },
    fail(next) {
      fault = next;
    },
    limitPages(more) {
      pages = more;
      for (const db of connections.values()) if (db.open) limit(db);
    },
    aside(work) {
      isAside = true;
      try {
        work();
      } finally {
        isAside = false;
      }
    },
    isFaulty: () => fault !== null || pages !== null,
    commits: () => count,
    cutOff() {
      trap = null;
      fault = null;
      cut(dir);
      for (const db of [...old, ...connections.values()]) if (db.open) db.close();
      connections.clear();
    },
    copyTo: (target) => copyFolder(dir, target),
  };
}

/** Puts `around` over everything that ends a writing transaction of a connection, explicit or of one statement. */
function watchCommits(db: Database, around: (commit: () => unknown) => unknown): void {
  const exec = db.exec.bind(db);
  db.exec = (sql: string) => {
    if (isCommit(sql)) around(() => exec(sql));
    else exec(sql);
    return db;
  };
  const prepare = db.prepare.bind(db) as (sql: string) => Runnable;
  const watched = (sql: string) => {
    const statement = prepare(sql);
    if (statement.readonly && !isCommit(sql)) return statement;
    const run = statement.run.bind(statement);
    statement.run = (...given: unknown[]) =>
      isCommit(sql) || (!db.inTransaction && !isBegin(sql)) ? around(() => run(...given)) : run(...given);
    return statement;
  };
  db.prepare = watched as unknown as Database['prepare'];
}

interface Runnable {
  readonly readonly: boolean;
  run: (...given: unknown[]) => unknown;
}

function isCommit(sql: string): boolean {
  return /^\s*commit\b/i.test(sql);
}

function isBegin(sql: string): boolean {
  return /^\s*(begin|rollback|savepoint|release|pragma)\b/i.test(sql);
}

/**
 * Copies the files of a folder into another, where they replace everything whose name begins alike.
 * @param prefix only files whose names begin so; all without it
 */
export function copyFolder(from: string, to: string, prefix = ''): void {
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(to)) {
    if (name.startsWith(prefix)) rmSync(join(to, name), { recursive: true, force: true });
  }
  for (const name of existsSync(from) ? readdirSync(from) : []) {
    if (!name.startsWith(prefix)) continue;
    // A power cut, a snapshot and a clone of the whole disk leave this file where it lay: none of them shows while the centre is away.
    if (name === 'installation') linkSync(join(from, name), join(to, name));
    else cpSync(join(from, name), join(to, name), { recursive: true });
  }
}
