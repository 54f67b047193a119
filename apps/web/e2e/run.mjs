// Browser suites against a running product: BASE_URL says where, CHROMIUM which browser. Prints `N passed, N failed` last.
import { openBrowser } from './browser.mjs';
import { accessibility } from './accessibility.mjs';
import { activity } from './activity.mjs';
import { chat } from './chat.mjs';
import { firstLoad } from './first-load.mjs';
import { importLeads } from './import-leads.mjs';
import { journey } from './journey.mjs';
import { livePortal } from './live-portal.mjs';
import { notifications } from './notifications.mjs';
import { settingsAudit } from './settings-audit.mjs';
import { settingsBusiness } from './settings-business.mjs';
import { settingsPeople } from './settings-people.mjs';
import { settingsAccess } from './settings-access.mjs';

const suites = [
  ['The nine stages by clicking', journey],
  ['The client\'s page moves while a member works, and catches up after a lost connection', livePortal],
  ['Colleagues and a client talk; who loses the network or reloads loses, doubles and mixes up nothing', chat],
  ['6,240 leads come in from their file, and none of them twice', importLeads],
  ['A permission is given, explained, looked at as somebody else, and nobody locks herself out', settingsAccess],
  ['People, departments and one\'s own account are looked after by clicking', settingsPeople],
  ['Articles, stages, public forms and services are set up by clicking', settingsBusiness],
  ['A change is told, restored, found in the audit log and exported; refusals show in the monitor; roles are reviewed', settingsAudit],
  ['Work moves the other\'s bell and is settled by key; a reminder fires; a file goes on after the line broke', notifications],
  ['A colleague\'s work appears in the stream, also after a lost connection; another department is told nothing', activity],
  ['No route loads more script than it may', firstLoad],
  ['No accessibility violation on any route, for any role, light and dark', accessibility],
];

const browser = await openBrowser();
let passed = 0;
let failed = 0;
for (const [name, suite] of suites) {
  const started = performance.now();
  try {
    await suite(browser);
    passed++;
    console.log(`ok    ${name} (${Math.round(performance.now() - started)} ms)`);
  } catch (error) {
    failed++;
    await browser.shoot('failure');
    console.log(`FAIL  ${name}\n${error instanceof Error ? error.stack : String(error)}`);
  }
  await browser.leave();
}
await browser.close();
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
