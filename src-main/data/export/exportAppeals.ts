import { basename } from 'node:path';
import type { BrowseWanted } from '../../../src-shared/appeal/browse.ts';
import type { Appeal } from '../../../src-shared/appeal/model.ts';
import { outward } from '../../../src-shared/appeal/outward.ts';
import { applicantName } from '../../../src-shared/applicant/model.ts';
import { classifierName } from '../../../src-shared/catalog/classifier.ts';
import { districtName } from '../../../src-shared/catalog/district.ts';
import { topicByCode, topicName } from '../../../src-shared/catalog/topic.ts';
import { LEGAL_ZONE } from '../../../src-shared/clock.ts';
import type { Answer } from '../../../src-shared/ipc/envelope.ts';
import enAppeal from '../../../src-shared/locale/en/appeal.json' with { type: 'json' };
import enTable from '../../../src-shared/locale/en/table.json' with { type: 'json' };
import ruAppeal from '../../../src-shared/locale/ru/appeal.json' with { type: 'json' };
import ruTable from '../../../src-shared/locale/ru/table.json' with { type: 'json' };
import ukAppeal from '../../../src-shared/locale/uk/appeal.json' with { type: 'json' };
import ukTable from '../../../src-shared/locale/uk/table.json' with { type: 'json' };
import { err, ok } from '../../../src-shared/result.ts';
import type { Language } from '../../../src-shared/settings/model.ts';
import { CSV_BEGINNING, csvLine } from '../../../src-shared/view/csv.ts';
import type { Desk } from '../desk.ts';
import { type Browser, breathing } from '../query/browseAppeals.ts';
import { operatorNames } from '../query/names.ts';
import { dueOf } from '../term/regionCalendar.ts';
import { writeWhole } from '../wholeFile.ts';

const texts = {
  uk: { ...ukAppeal, ...ukTable },
  ru: { ...ruAppeal, ...ruTable },
  en: { ...enAppeal, ...enTable },
};

/** Lines that are written at a time. */
const PIECE = 200;

/**
 * Writes the appeals of a list into a table for spreadsheets, every one of them and in the list's order. Telephones and notes for
 * colleagues are never in it, nor the name of who is protected or asked not to be named.
 */
export async function exportAppeals(
  desk: Desk,
  browser: Browser,
  me: string,
  { wanted, path }: { readonly wanted: BrowseWanted; readonly path: string },
): Promise<Answer<{ rows: number }>> {
  let rows = 0;
  async function* pieces(): AsyncIterable<string> {
    const cells = cellsOf(desk, wanted.language);
    const breathe = breathing(desk);
    yield CSV_BEGINNING + csvLine(cells.header);
    const places = await browser.all(me, wanted);
    for (let at = 0; at < places.length; at += PIECE) {
      let piece = '';
      for (const place of places.slice(at, at + PIECE)) {
        const doc = desk.stores.records.appealRow.docAt(place);
        // Gone while the file was being written.
        if (doc === undefined) continue;
        rows += 1;
        piece += csvLine(cells.of(JSON.parse(doc) as Appeal));
      }
      yield piece;
      await breathe();
    }
  }
  try {
    await writeWhole(path, pieces());
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    // What is no trouble of the disk is a defect, and is told as one.
    if (code === '') throw error;
    desk.log.warn({ code }, 'list of appeals could not be written to a file');
    return code === 'ENOSPC'
      ? err({ code: 'diskFull', data: {} })
      : err({ code: 'fileNotSaved', data: { name: basename(path) } });
  }
  // Who took how many appeals out of the program; nothing of what is in them.
  desk.log.info({ actor: me, rows }, 'list of appeals written to a file');
  return ok({ rows });
}

function cellsOf(desk: Desk, language: Language) {
  const t = texts[language];
  const nameOf = operatorNames(desk);
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone: LEGAL_ZONE,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return {
    header: [
      ...[t['column.number'], t.day, t.time, t.kind, t.receiptSign, t.group, t.topic, t.applicant],
      ...[t.district, t.settlement, t.street, t.text, t['urgent.word'], t['column.status'], t.due],
      t['column.assignee'],
    ],
    of(held: Appeal): string[] {
      const known = desk.stores.records.record.get('applicant', held.applicant) ?? null;
      const { appeal, applicant } = outward(held, known, 'anybody');
      const isNamed = applicant !== null && !applicant.isProtected;
      const { place, topic } = appeal;
      return [
        ...[appeal.number, appeal.day, clock.format(Date.parse(appeal.registeredAt))],
        ...[t[`kind.${appeal.kind}`], classifierName(appeal.receiptSign, language)],
        ...[topicByCode(topic)?.group[language] ?? '', topicName(topic, language)],
        isNamed ? applicantName(applicant) : '',
        districtName(place.district || (isNamed ? applicant.address.district : ''), language),
        place.settlement,
        [place.street, place.building ?? ''].filter((part) => part !== '').join(', '),
        appeal.text,
        ...[t[appeal.urgent ? 'yes' : 'no'], t[`status.${appeal.status}`]],
        dueOf(desk, appeal),
        appeal.assignee === null ? '' : nameOf(appeal.assignee),
      ];
    },
  };
}
