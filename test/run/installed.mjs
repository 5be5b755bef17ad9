/** Whether what npm installed (`node_modules/.package-lock.json`) is what the lock file asks for. */
export function isInstalled(lock, installed) {
  if (!installed) return false;
  return Object.entries(lock.packages).every(
    ([place, wanted]) =>
      place === '' || wanted.optional || installed.packages[place]?.version === wanted.version,
  );
}
