/**
 * A time as somebody writes it: `18:30`, `18.30`, `1830`, `9`.
 * @returns it as `09:00`; null when it is no time of a day
 */
export function readTime(text: string): string | null {
  const parts = /^(\d{1,2})(?:[:.\s-]?(\d{2}))?$/.exec(text.trim());
  if (parts === null) return null;
  const [, hours = '', minutes = '00'] = parts;
  if (Number(hours) > 23 || Number(minutes) > 59) return null;
  return `${hours.padStart(2, '0')}:${minutes}`;
}
