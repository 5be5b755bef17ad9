export { readFrames, writeFrames } from './frames.ts';
export { type BackupHead, FORMAT, readHead } from './head.ts';
export { addToLog, readLog, type StoredBackupLog } from './log.ts';
export { unpackTables } from './restore.ts';
export { newEncryption } from './seal.ts';
export { packTables } from './write.ts';
