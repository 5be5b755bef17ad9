import { render } from 'preact';
import { followSettings } from '../kit/index.ts';
import { App } from './App.tsx';
import { followAddress } from './route.ts';
import { openSession } from './rules/session.ts';
import { followSources } from './sources/state.ts';
import { followWorkspace, readWorkspace } from './workspace.ts';

await followSettings();
followAddress();
render(<App />, document.getElementById('studio')!);
await readWorkspace();
openSession();
followWorkspace();
followSources();
