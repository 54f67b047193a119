import { defineHeldRecords, heldBySubject } from '@throughline/identity/departments';
import { ticketSubject } from './ticket.policy.js';

// What somebody who leaves hands over, and an archived department gives away.
defineHeldRecords(heldBySubject({ kind: 'TICKETS', label: 'open tickets', subject: ticketSubject, open: "r.status NOT IN ('CLOSED', 'REJECTED')" }));
