/** The parts of a parsed report descriptor (`HIDDevice.collections`) that decide where a bit lies. */
export interface HidCollection {
  readonly usagePage?: number | undefined;
  readonly inputReports?: readonly HidReport[] | undefined;
  readonly children?: readonly HidCollection[] | undefined;
}

export interface HidReport {
  readonly reportId?: number | undefined;
  readonly items?: readonly HidItem[] | undefined;
}

export interface HidItem {
  readonly isAbsolute?: boolean | undefined;
  readonly isArray?: boolean | undefined;
  readonly isConstant?: boolean | undefined;
  readonly isRange?: boolean | undefined;
  readonly reportSize?: number | undefined;
  readonly reportCount?: number | undefined;
  readonly usages?: readonly number[] | undefined;
  readonly usageMinimum?: number | undefined;
  readonly usageMaximum?: number | undefined;
}

/** Where one control lies in the reports of a device. */
export interface HidField {
  /** 0 for a device whose reports carry no number. */
  readonly reportId: number;
  /** From the first bit of the report. */
  readonly bit: number;
  /** The bit says how it stands; otherwise only that it was pressed. */
  readonly isAbsolute: boolean;
}

/** The page of telephony controls in the usage tables, and the two of its controls that are read. */
export const TELEPHONY_PAGE = 0x0b;
const HOOK_SWITCH = 0x000b_0020;
const PHONE_MUTE = 0x000b_002f;

/** The controls of a headset; absent where it has none. */
export interface HeadsetControls {
  readonly hook: HidField | null;
  readonly mute: HidField | null;
}

/** Whether a device is a telephone headset at all. */
export function isHeadset(collections: readonly HidCollection[]): boolean {
  return everyCollection(collections).some(({ usagePage }) => usagePage === TELEPHONY_PAGE);
}

/** Finds hook and mute by the descriptor the device gives of itself: no maker's own protocol is needed for these. */
export function headsetControls(collections: readonly HidCollection[]): HeadsetControls {
  const fields = new Map<number, HidField>();
  // A collection lists the reports of those inside it too; only where it does not, they are looked at by themselves.
  addFields(fields, collections);
  for (const inner of everyCollection(collections.flatMap(({ children }) => children ?? [])))
    addFields(fields, [inner]);
  return { hook: fields.get(HOOK_SWITCH) ?? null, mute: fields.get(PHONE_MUTE) ?? null };
}

/** Adds where each usage lies that is not known yet. */
function addFields(fields: Map<number, HidField>, collections: readonly HidCollection[]): void {
  // Collections beside one another may share a report: its bits follow one another.
  const ends = new Map<number, number>();
  for (const report of collections.flatMap(({ inputReports }) => inputReports ?? [])) {
    const reportId = report.reportId ?? 0;
    let bit = ends.get(reportId) ?? 0;
    for (const item of report.items ?? []) {
      for (const [index, usage] of usagesOf(item).entries()) {
        const at = bit + index * (item.reportSize ?? 0);
        if (usage !== null && !fields.has(usage))
          fields.set(usage, { reportId, bit: at, isAbsolute: item.isAbsolute ?? false });
      }
      bit += (item.reportSize ?? 0) * (item.reportCount ?? 0);
    }
    ends.set(reportId, bit);
  }
}

function everyCollection(collections: readonly HidCollection[]): HidCollection[] {
  return collections.flatMap((one) => [one, ...everyCollection(one.children ?? [])]);
}

/** The usage of each element of an item; null where the element has none of its own, such as padding. */
function usagesOf(item: HidItem): (number | null)[] {
  const count = item.reportCount ?? 0;
  if (item.isConstant || item.isArray) return Array<null>(count).fill(null);
  const { usageMinimum = 0, usageMaximum = 0, usages = [] } = item;
  const of = (index: number) =>
    item.isRange ? Math.min(usageMinimum + index, usageMaximum) : (usages[index] ?? usages.at(-1) ?? null);
  return Array.from({ length: count }, (_, index) => of(index));
}
