import { expect, it } from 'vitest';
import { feedDays } from '../../../../src-shared/term/feed.ts';

const FEED = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'BEGIN:VEVENT',
  'DTSTART;VALUE=DATE:20261225',
  'DTEND;VALUE=DATE:20261226',
  'SUMMARY;LANGUAGE="x:uk":Різдво\\, державне',
  '  свято',
  'END:VEVENT',
  'BEGIN:VEVENT',
  'SUMMARY:День Святого Миколая',
  'DTSTART;VALUE=DATE:20261206',
  'END:VEVENT',
  'BEGIN:VEVENT',
  'SUMMARY:Великодні дні',
  'DTSTART;VALUE=DATE:20270501',
  'DTEND;VALUE=DATE:20270504',
  'END:VEVENT',
  'BEGIN:VEVENT',
  'SUMMARY:Без дня',
  'END:VEVENT',
  'END:VCALENDAR',
].join('\r\n');

it('reads the days of a feed: whole days, several in a row, long lines, nothing without a day', () => {
  expect(feedDays(FEED)).toEqual([
    { day: '2026-12-06', summary: 'День Святого Миколая' },
    { day: '2026-12-25', summary: 'Різдво, державне свято' },
    { day: '2027-05-01', summary: 'Великодні дні' },
    { day: '2027-05-02', summary: 'Великодні дні' },
    { day: '2027-05-03', summary: 'Великодні дні' },
  ]);
});

it('reads nothing out of what is no feed', () => {
  expect(feedDays('')).toEqual([]);
  expect(feedDays('BEGIN:VEVENT\nDTSTART:20269999\nEND:VEVENT')).toEqual([]);
});
