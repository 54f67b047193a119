export { dropSearchFunction, searchFunction } from '../database/index.js';
