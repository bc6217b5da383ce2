import { describe, expect, it } from 'vitest';
import { particulars } from '../../../../src-renderer/appeal/particulars.ts';
import type { AppealDetail } from '../../../../src-shared/appeal/queries.ts';
import { anAppeal, aPerson } from '../../src-shared/builders.ts';
import { textsIn } from '../texts.ts';

const detail = (over: Parameters<typeof anAppeal>[0]) =>
  ({ appeal: anAppeal(over), applicant: { ...aPerson({ needs: 'погано чує' }) } }) as unknown as AppealDetail;

describe('particulars of an appeal', () => {
  it('say what was filled in, in words, and never the remark', async () => {
    const said = particulars(
      await textsIn('uk'),
      detail({
        remark: 'лише для колег',
        complainedOf: 'police',
        categories: ['7.5'],
        answerWay: 'email',
        confidential: true,
      }),
    );
    expect(said.map(([label]) => label)).toEqual([
      'Орган, на який скаржаться',
      'Категорія заявника',
      'Як дати відповідь',
      'Не розголошувати, хто звернувся',
      'Особливі потреби',
    ]);
    expect(JSON.stringify(said)).not.toMatch(/колег|7\.5|police/);
  });

  it('are none where nothing was', async () => {
    const appeal = { ...detail({}), applicant: aPerson() } as unknown as AppealDetail;
    expect(particulars(await textsIn('uk'), appeal)).toEqual([]);
  });
});
