import type { Customer } from '../../../domain/index.ts';

/** Whether a quoted text or a comment of the rules holds the customer's id, name or a contact. */
export function namesCustomer(rules: string, { id, name, emails, phones }: Customer): boolean {
  const wanted = [id, name, ...emails, ...phones].filter(each => each.trim().length > 1);
  const quoted = Array.from(rules.matchAll(/["“”＂`]([^"“”＂`\n]+)(?=["“”＂`])/g), ([, text]) => text!);
  const comments = Array.from(rules.matchAll(/\/\/[^\n]*/g), ([text]) => text);
  return [...quoted, ...comments].some(text =>
    wanted.some(each => text.toLowerCase().includes(each.toLowerCase())),
  );
}
