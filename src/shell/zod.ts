import { z } from 'zod';

z.config({ jitless: true }); // its probe for `new Function` would be reported as a violation of our policy

export { z };
