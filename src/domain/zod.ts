import { z } from 'zod';

// Without this, zod tries `new Function` before its first check, which is reported as a violation of our policy.
z.config({ jitless: true });

export { z };
