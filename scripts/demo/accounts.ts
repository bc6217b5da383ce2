/** Password of every demo account. */
export const DEMO_PASSWORD = 'holos-demo-2026';

/** The demo's operators, in the order of the acts. */
export const DEMO_LOGINS = ['koval', 'bondar'] as const;

/** The demo's shift lead. */
export const DEMO_LEAD = 'shevchuk';

/** Region of the demo. */
export const DEMO_REGION = 'dn';
