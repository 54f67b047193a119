import { provesState } from './support/state-equals.js';

provesState('delivery');
