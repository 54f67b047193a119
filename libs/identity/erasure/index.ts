export { erasePerson, PERSON_TABLES, type PersonSubject } from './erase-person.js';
export * from './erasure.module.js';
