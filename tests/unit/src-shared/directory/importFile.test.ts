import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RegionId } from '../../../../src-shared/brand.ts';
import { csvRows } from '../../../../src-shared/directory/csv.ts';
import { readDirectory } from '../../../../src-shared/directory/importFile.ts';
import { allPlaces, placeNamed, shippedPlaces } from '../../../../src-shared/directory/place.ts';

const DN = RegionId.parse('dn');
const HEAD = 'record;code;settlement;uk;ru;former;community;district;kind;buildings';

describe('csvRows', () => {
  it('gives back any cells that were written with quotes', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'ї', ';', '"', '\n', ' ') });
    const row = fc
      .array(cell, { minLength: 1, maxLength: 5 })
      .filter((cells) => cells.some((text) => text.trim() !== ''));
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const text = rows.map((cells) => cells.map(quoted).join(';')).join('\r\n');
        expect(csvRows(text).map(({ cells }) => cells)).toEqual(rows);
      }),
    );
  });
});

describe('a directory file', () => {
  it('gives settlements and streets with their former names', () => {
    const { settlements, streets, faults } = readDirectory(
      `\uFEFF${HEAD}\r
settlement;UA1;;Садове;Садовое;Червоне|Красное;Перша громада;UA14;village;\r
street;;UA1;вул. Миру;ул. Мира;вул. Леніна;;;;1|2-А\r
`,
      DN,
    );
    expect(faults).toEqual([]);
    expect(settlements).toEqual([
      {
        id: 'UA1',
        region: 'dn',
        uk: 'Садове',
        ru: 'Садовое',
        former: ['Червоне', 'Красное'],
        community: 'Перша громада',
        district: 'UA14',
        kind: 'village',
      },
    ]);
    expect(streets).toMatchObject([
      {
        id: 'UA1/вул. миру',
        settlement: 'UA1',
        uk: 'вул. Миру',
        former: ['вул. Леніна'],
        buildings: ['1', '2-А'],
      },
    ]);
  });

  it('says the line of each fault', () => {
    const { faults } = readDirectory(
      `${HEAD}\nsettlement;;;Без коду;;;;;;\nhouse;;;;;;;;;\nstreet;;UA1;;;;;;;\n`,
      DN,
    );
    expect(faults.map(({ line }) => line)).toEqual([2, 3, 4]);
  });

  it('is refused without the names of its columns', () => {
    expect(readDirectory('settlement;UA1;;Садове', DN).faults).toHaveLength(1);
  });
});

describe('a place by its name', () => {
  it.each(['Бахмут', 'бахмут', 'Артемівськ', 'Артёмовск', 'Bakhmut'])('%s is Bakhmut', (name) => {
    expect(placeNamed(shippedPlaces, name)?.uk).toBe('Бахмут');
  });

  it('of the directory stands beside the shipped ones, and takes the place of its own', () => {
    const { settlements } = readDirectory(
      `${HEAD}\nsettlement;UA-x;;Бахмут;;;Інша громада;UA14;village;\nsettlement;UA14020010010059145;;Бахмут;;;;UA14020000000013572;city;\n`,
      DN,
    );
    const places = allPlaces(settlements);
    expect(places).toHaveLength(shippedPlaces.length + 1);
    expect(places.find(({ code }) => code === 'UA14020010010059145')?.former).toContain('Артемівськ');
    expect(placeNamed(places, 'Бахмут')).toBeUndefined();
    expect(placeNamed(places, 'Артемівськ')?.code).toBe('UA14020010010059145');
  });

  it('is nobody’s when several places have it, or none', () => {
    const [one] = shippedPlaces;
    if (one === undefined) throw new Error('no city is shipped');
    expect(placeNamed([one, { ...one, code: 'other' }], one.uk)).toBeUndefined();
    expect(placeNamed(shippedPlaces, 'Ніде')).toBeUndefined();
    expect(placeNamed(shippedPlaces, ' ')).toBeUndefined();
  });
});
