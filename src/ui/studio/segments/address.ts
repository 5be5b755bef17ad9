import { hashOf } from '../route.ts';

/** The address of a model's page, or of something on it. */
export function partHash(part: string, what = ''): string {
  return hashOf({ screen: 'segments', id: what ? `${part} ${what}` : part });
}
