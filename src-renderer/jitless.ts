import { z } from 'zod';

// The page's policy forbids `eval`; zod's probe for it would be reported as a violation. Imported before any schema runs.
z.config({ jitless: true });
