import { describe, expect, it } from 'vitest';
import { type HeadsetState, RESTING_HEADSET, readReport } from '../../../../src-shared/telephony/headset.ts';
import {
  type HidCollection,
  type HidItem,
  headsetControls,
  isHeadset,
} from '../../../../src-shared/telephony/hid.ts';

const item = (over: HidItem): HidItem => ({
  isAbsolute: true,
  reportSize: 1,
  reportCount: 1,
  usages: [],
  ...over,
});
const HOOK = 0x0b0020;
const MUTE = 0x0b002f;

/** A headset as devices describe themselves: hook, mute, padding. */
function described(isAbsolute: boolean, reportId: number): HidCollection[] {
  const items = [
    item({ usages: [HOOK], isAbsolute }),
    item({ usages: [MUTE], isAbsolute: false }),
    item({ isConstant: true, reportCount: 6 }),
  ];
  return [{ usagePage: 0x0b, inputReports: [{ reportId, items }] }];
}

function stateAfter(
  collections: readonly HidCollection[],
  reportId: number,
  ...reports: number[][]
): HeadsetState {
  const controls = headsetControls(collections);
  return reports.reduce(
    (state, bytes) => readReport(state, controls, reportId, Uint8Array.from(bytes)),
    RESTING_HEADSET,
  );
}

describe('the controls of a headset', () => {
  it('are found behind other items, in nested collections and in ranges', () => {
    const nested: HidCollection[] = [
      { usagePage: 0x0c, inputReports: [{ reportId: 1, items: [item({ usages: [0x0c00e9] })] }] },
      {
        usagePage: 0x0b,
        children: [
          {
            inputReports: [
              {
                reportId: 2,
                items: [
                  item({ reportCount: 3, isConstant: true }),
                  item({ isRange: true, usageMinimum: 0x0b001f, usageMaximum: 0x0b0021, reportCount: 3 }),
                  item({ reportSize: 8, isArray: true, usages: [MUTE] }),
                  item({ usages: [MUTE], isAbsolute: false }),
                ],
              },
            ],
          },
        ],
      },
    ];
    expect(isHeadset(nested)).toBe(true);
    expect(headsetControls(nested)).toEqual({
      hook: { reportId: 2, bit: 4, isAbsolute: true },
      mute: { reportId: 2, bit: 14, isAbsolute: false },
    });
  });

  it('are absent on what is no headset', () => {
    const keys: HidCollection[] = [
      { usagePage: 0x0c, inputReports: [{ reportId: 1, items: [item({ usages: [1] })] }] },
    ];
    expect(isHeadset(keys)).toBe(false);
    expect(headsetControls(keys)).toEqual({ hook: null, mute: null });
    expect(headsetControls([{}, { inputReports: [{}, { items: [{}] }] }])).toEqual({
      hook: null,
      mute: null,
    });
  });
});

describe.each([
  ['a hook that is a switch', true, 1],
  ['a hook that is a button', false, 1],
  ['reports without a number', true, 0],
])('%s', (_what, isAbsolute, reportId) => {
  const device = described(isAbsolute, reportId);
  // A switch stays down while off the hook, a button comes up again.
  const lifted = isAbsolute ? [[1]] : [[1], [0]];
  const held = isAbsolute ? 1 : 0;

  it('is lifted and put back', () => {
    expect(stateAfter(device, reportId, ...lifted)).toMatchObject({ isOffHook: true, isMuted: false });
    const back = isAbsolute ? [[0]] : [[1], [0]];
    expect(stateAfter(device, reportId, ...lifted, ...back)).toMatchObject({ isOffHook: false });
  });

  it('is muted by a press, not by holding, and again by the next press', () => {
    const press = [[held | 2], [held | 2], [held]];
    expect(stateAfter(device, reportId, ...lifted, ...press)).toMatchObject({
      isOffHook: true,
      isMuted: true,
    });
    expect(stateAfter(device, reportId, ...lifted, ...press, ...press)).toMatchObject({ isMuted: false });
  });

  it('bears a foreign and a short report', () => {
    expect(stateAfter(device, reportId + 7, [3])).toEqual(RESTING_HEADSET);
    expect(stateAfter(device, reportId, [])).toEqual(RESTING_HEADSET);
  });
});
