import { defineHeldRecords, heldBySubject } from '@throughline/identity/departments';
import { dealSubject } from './deal.policy.js';

// What somebody who leaves hands over, and an archived department gives away.
defineHeldRecords(heldBySubject({ kind: 'DEALS', label: 'open deals', subject: dealSubject, open: "r.status = 'OPEN'" }));
