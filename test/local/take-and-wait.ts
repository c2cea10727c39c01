import { takeDataFolder } from '#local/data-folder.ts';
import { startDatabase } from '#local/dynamodb.ts';

/** A system that takes the folder of its argument, starts the engine on it, and waits to be killed. */
const folder = takeDataFolder(process.argv[2] ?? '');
const { pid } = await startDatabase(folder.path('database.sqlite'));
folder.note({ pid: process.pid, baseUrl: 'http://127.0.0.1:1', ...(pid && { engine: pid }) });
process.stdout.write('ready\n');
setInterval(() => {}, 1000);
