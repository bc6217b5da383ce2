/** What the network between one workstation and the centre is like. */
export interface Weather {
  /** Share of requests, and of answers, that never arrive. */
  readonly lose: number;
  /** Share of requests that arrive twice. */
  readonly twice: number;
  /** Share of requests that something on the way answers instead of the centre. */
  readonly box: number;
  /** Share of answers of the centre that arrive torn or replaced. */
  readonly spoil: number;
  /** Delay of one way in milliseconds, from and to; a wide range changes the order. */
  readonly slow: readonly [number, number];
  /** Bodies longer than this meet a 413. */
  readonly bodyLimit: number | null;
}

const CLEAR: Weather = { lose: 0, twice: 0, box: 0, spoil: 0, slow: [5, 15], bodyLimit: null };

export const WEATHERS = {
  clear: CLEAR,
  /** A line on which now and then something is lost, doubled or late. */
  rough: { lose: 0.12, twice: 0.12, box: 0.05, spoil: 0.08, slow: [5, 900], bodyLimit: null },
  /** Hardly anything comes through whole. */
  awful: { lose: 0.35, twice: 0.25, box: 0.15, spoil: 0.25, slow: [5, 6000], bodyLimit: null },
  /** Everything is answered by the hotel's page. */
  portal: { ...CLEAR, box: 1 },
  /** A proxy that takes small bodies only. */
  narrow: { ...CLEAR, slow: [5, 200], bodyLimit: 4000 },
  /** Whatever the centre says arrives, but late and out of order. */
  late: { ...CLEAR, twice: 0.3, slow: [5, 15_000] },
} as const satisfies Record<string, Weather>;

export type WeatherName = keyof typeof WEATHERS;

/** An answer of something that is not the centre. */
export interface BoxAnswer {
  readonly status: number;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** What boxes on the way are known to say. */
export const BOX_ANSWERS: readonly BoxAnswer[] = [
  { status: 200, text: '<html><body>Welcome to the hotel</body></html>', headers: {} },
  { status: 200, text: '', headers: {} },
  { status: 200, text: '{"status":"ok"}', headers: {} },
  { status: 302, text: '', headers: { location: 'http://portal.example/' } },
  { status: 502, text: '<html>Bad gateway</html>', headers: {} },
  { status: 503, text: 'busy', headers: { 'retry-after': '3' } },
  { status: 429, text: 'slow down', headers: { 'retry-after': '7' } },
  { status: 401, text: '<html>proxy login</html>', headers: {} },
  { status: 404, text: '{"error":"no such page"}', headers: {} },
];
