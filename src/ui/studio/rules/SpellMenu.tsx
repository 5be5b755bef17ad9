export function SpellMenu() {
  return null;
}
