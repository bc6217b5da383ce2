import { describe, expect, test } from 'vitest';
import { type Backup, superfluous } from '../../../../../src-main/data/store/backup.ts';

const HOUR = 3600_000;
const NOW = Date.UTC(2026, 10, 25, 12);

function aged(...hours: number[]): Backup[] {
  return hours.map((hour, index) => ({
    name: `${hour}`,
    n: 1000 - index,
    at: new Date(NOW - hour * HOUR).toISOString(),
    bytes: 1,
  }));
}

const gone = (...hours: number[]) => superfluous(aged(...hours), NOW).map(({ name }) => Number(name));

describe('which local copies stay', () => {
  test('all of the last three hours', () => {
    expect(gone(0, 0.1, 0.2, 0.3, 0.4, 1, 2, 2.9)).toEqual([]);
  });

  test('copies kept up every hour for four days leave a handful', () => {
    let kept: Backup[] = [];
    for (let hour = 96; hour >= 0; hour -= 1) {
      const now = NOW - hour * HOUR;
      const made = { name: `${hour}`, n: 100 - hour, at: new Date(now).toISOString(), bytes: 1 };
      const before = [made, ...kept];
      const old = new Set(superfluous(before, now));
      kept = before.filter((backup) => !old.has(backup));
    }
    const ages = kept.map(({ name }) => Number(name));
    expect(ages.slice(0, 4)).toEqual([0, 1, 2, 3]);
    expect(ages.at(-1)).toBeGreaterThanOrEqual(48);
    expect(ages.at(-1)).toBeLessThanOrEqual(72);
    expect(kept.length).toBeLessThanOrEqual(18);
    // No hole is longer than the thinning says.
    for (const [index, age] of ages.slice(1).entries()) {
      expect(age - (ages[index] ?? 0)).toBeLessThanOrEqual(age <= 24 ? 6 : 24);
    }
  });

  test('the newest stay after a holiday, and under a clock that is years off', () => {
    expect(gone(500, 501, 502, 503, 504)).toEqual([504]);
    expect(gone(-90_000, -89_000, 1, 2)).toEqual([]);
    expect(gone(90_000, 90_001, 90_002, 90_003, 90_004, 90_005)).toEqual([90_004, 90_005]);
  });
});
