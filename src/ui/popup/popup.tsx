import { render } from 'preact';
import { describeProblem, followSettings } from '../kit/index.ts';
import { LookUp } from './LookUp.tsx';
import { followPage } from './state.ts';

const root = document.getElementById('root')!;

followSettings().then(
  () => {
    followPage();
    render(<LookUp />, root);
  },
  error => render(<p role="alert">{describeProblem(error)}</p>, root),
);
