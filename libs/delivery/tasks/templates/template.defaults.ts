/** A task of a built-in template; days count from the project's start. */
export interface TemplateTask {
  title: string;
  description?: string;
  /** Hours; a parent's follow from its parts. */
  hours?: number;
  days: readonly [start: number, due: number];
  review?: boolean;
  /** Parts stay internal unless they say otherwise; first-level tasks are shown to the client. */
  shared?: boolean;
  parts?: readonly TemplateTask[];
}

export interface TemplateDefault {
  key: string;
  name: string;
  description: string;
  milestones: readonly { name: string; tasks: readonly TemplateTask[] }[];
}

const part = (title: string, hours: number, start: number, due: number, more: Partial<TemplateTask> = {}): TemplateTask => ({ title, hours, days: [start, due], ...more });

const WEB: TemplateDefault = {
  key: 'WEB',
  name: 'Website',
  description: 'A website on WordPress from the first workshop to the launch.',
  milestones: [
    { name: 'Concept', tasks: [
      { title: 'Kick-off and goals', days: [0, 3], parts: [
        part('Kick-off call with the client', 2, 0, 1),
        part('Audience and goals on one page', 3, 1, 3, { shared: true }),
      ] },
      { title: 'Sitemap and wireframes', days: [3, 10], review: true, parts: [
        part('Sitemap', 3, 3, 5, { shared: true }),
        part('Wireframe of the home page', 5, 5, 7),
        part('Wireframes of the inner pages', 8, 6, 10),
      ] },
    ] },
    { name: 'Design', tasks: [
      { title: 'Visual design', days: [10, 20], review: true, parts: [
        part('Style tile: colours, type, imagery', 6, 10, 13, { shared: true }),
        part('Design of the home page', 10, 13, 16, { shared: true }),
        part('Design of the inner pages', 14, 15, 20),
        part('Phone and tablet views', 8, 17, 20),
      ] },
      { title: 'Texts and pictures', days: [10, 22], parts: [
        part('Collect texts from the client', 2, 10, 15),
        part('Edit and place texts', 8, 15, 22),
        part('Choose and prepare pictures', 5, 14, 22),
      ] },
    ] },
    { name: 'Build', tasks: [
      { title: 'Theme and templates', days: [20, 34], parts: [
        part('WordPress, staging and backups', 4, 20, 22),
        part('Theme from the design', 20, 22, 30),
        part('Page templates and blocks', 16, 26, 34),
      ] },
      { title: 'Functions', days: [28, 38], parts: [
        part('Contact and enquiry forms', 5, 28, 31),
        part('Analytics and consent banner', 4, 31, 33),
        part('Search engine basics: titles, sitemap, redirects', 5, 33, 38),
      ] },
    ] },
    { name: 'Launch', tasks: [
      { title: 'Testing', days: [38, 43], review: true, parts: [
        part('Browsers and devices', 6, 38, 41),
        part('Speed and accessibility', 5, 39, 42),
        part('Fix what was found', 8, 41, 43),
      ] },
      { title: 'Go live and hand over', days: [43, 46], parts: [
        part('Move to the live server', 4, 43, 44, { shared: true }),
        part('Training for the client', 3, 44, 46, { shared: true }),
      ] },
    ] },
  ],
};

const SEO: TemplateDefault = {
  key: 'SEO',
  name: 'Search (SEO)',
  description: 'Three months of search engine work on an existing website.',
  milestones: [
    { name: 'Audit', tasks: [
      { title: 'Technical audit', days: [0, 8], review: true, parts: [
        part('Crawl the website and list errors', 5, 0, 3),
        part('Speed and core web vitals', 4, 2, 5),
        part('Indexing, redirects, duplicate pages', 5, 4, 8),
      ] },
      { title: 'Keywords and competitors', days: [3, 12], parts: [
        part('Keyword research', 8, 3, 8),
        part('Competitor comparison', 5, 6, 10),
        part('Keyword map: page by page', 4, 10, 12, { shared: true }),
      ] },
    ] },
    { name: 'On the page', tasks: [
      { title: 'Technical fixes', days: [12, 26], parts: [
        part('Titles, descriptions, headings', 8, 12, 18),
        part('Internal links and structured data', 7, 16, 22),
        part('Speed: images, caching, scripts', 8, 18, 26),
      ] },
      { title: 'Content', days: [16, 45], review: true, parts: [
        part('Rewrite the main pages', 14, 16, 30),
        part('Four new articles', 20, 25, 45, { shared: true }),
      ] },
    ] },
    { name: 'Off the page', tasks: [
      { title: 'Links and listings', days: [30, 75], parts: [
        part('Directory listings', 6, 30, 45),
        part('Outreach for links', 18, 35, 75),
      ] },
      { title: 'Reporting', days: [28, 90], parts: [
        part('Dashboard for rankings and traffic', 4, 28, 32, { shared: true }),
        part('Report of the first month', 3, 30, 34, { shared: true }),
        part('Report of the quarter with next steps', 4, 84, 90, { shared: true }),
      ] },
    ] },
  ],
};

const GMB: TemplateDefault = {
  key: 'GMB',
  name: 'Google Business profile',
  description: 'A Google Business profile that is complete, verified and looked after.',
  milestones: [
    { name: 'Set up', tasks: [
      { title: 'Claim and verify the profile', days: [0, 10], parts: [
        part('Find or create the profile', 1, 0, 1),
        part('Verification with the client', 2, 1, 10, { shared: true }),
      ] },
      { title: 'Complete the profile', days: [3, 12], review: true, parts: [
        part('Name, address, phone and hours', 1, 3, 4),
        part('Categories, services and description', 3, 4, 7),
        part('Photos of premises and work', 3, 6, 12, { shared: true }),
      ] },
    ] },
    { name: 'Visibility', tasks: [
      { title: 'Equal entries everywhere', days: [10, 25], parts: [
        part('List the entries on other directories', 3, 10, 14),
        part('Correct name, address and phone there', 6, 14, 25),
      ] },
      { title: 'Posts and reviews', days: [12, 40], parts: [
        part('Plan and publish eight posts', 8, 12, 40, { shared: true }),
        part('Ask customers for reviews', 3, 15, 30),
        part('Answers to the first reviews', 2, 20, 40),
      ] },
    ] },
    { name: 'Report', tasks: [
      { title: 'Results and hand-over', days: [38, 45], parts: [
        part('Views, calls and routes compared', 2, 38, 42, { shared: true }),
        part('Guide for the client', 2, 42, 45, { shared: true }),
      ] },
    ] },
  ],
};

const GRAPHICS: TemplateDefault = {
  key: 'GRAPHICS',
  name: 'Graphics',
  description: 'A brand identity with logo, guide and first printed pieces.',
  milestones: [
    { name: 'Direction', tasks: [
      { title: 'Briefing and research', days: [0, 5], parts: [
        part('Briefing with the client', 2, 0, 1, { shared: true }),
        part('Market and style research', 4, 1, 4),
        part('Two mood boards', 5, 3, 5, { shared: true }),
      ] },
    ] },
    { name: 'Logo', tasks: [
      { title: 'Logo drafts', days: [5, 12], review: true, parts: [
        part('Sketches', 6, 5, 8),
        part('Three drafts in vector form', 9, 7, 12, { shared: true }),
      ] },
      { title: 'Final logo', days: [12, 18], review: true, parts: [
        part('Corrections after feedback', 5, 12, 15),
        part('Versions for light, dark and small', 4, 15, 18),
      ] },
    ] },
    { name: 'Brand package', tasks: [
      { title: 'Brand guide', days: [18, 25], parts: [
        part('Colours, type and spacing', 5, 18, 21),
        part('Guide as a document', 6, 20, 25, { shared: true }),
      ] },
      { title: 'Printed pieces', days: [20, 28], review: true, parts: [
        part('Business cards and letterhead', 5, 20, 25),
        part('Flyer', 6, 22, 27),
        part('Print-ready files', 3, 27, 28, { shared: true }),
      ] },
    ] },
  ],
};

const SOCIAL: TemplateDefault = {
  key: 'SOCIAL',
  name: 'Social media',
  description: 'A first quarter on the client\'s social channels.',
  milestones: [
    { name: 'Strategy', tasks: [
      { title: 'Channels and goals', days: [0, 7], review: true, parts: [
        part('Look at channels and competitors', 5, 0, 3),
        part('Goals, audience and tone', 4, 2, 5, { shared: true }),
        part('Set up and brand the channels', 5, 4, 7),
      ] },
      { title: 'Content plan', days: [5, 12], parts: [
        part('Topics and formats', 4, 5, 8),
        part('Calendar of the first month', 4, 8, 12, { shared: true }),
      ] },
    ] },
    { name: 'First month', tasks: [
      { title: 'Posts', days: [10, 42], review: true, parts: [
        part('Graphics for twelve posts', 14, 10, 20),
        part('Texts for twelve posts', 8, 12, 22),
        part('Publish and answer comments', 12, 14, 42),
      ] },
      { title: 'Short videos', days: [14, 35], parts: [
        part('Scripts for four videos', 4, 14, 18, { shared: true }),
        part('Shoot and cut', 16, 18, 32),
        part('Subtitles and upload', 4, 30, 35),
      ] },
    ] },
    { name: 'Advertising and report', tasks: [
      { title: 'Paid campaign', days: [20, 60], parts: [
        part('Audiences and budget', 3, 20, 24),
        part('Advertisements in three variants', 6, 24, 30),
        part('Watch and adjust', 8, 30, 60),
      ] },
      { title: 'Report', days: [58, 64], parts: [
        part('Reach, engagement and enquiries', 3, 58, 62, { shared: true }),
        part('Plan for the next quarter', 3, 60, 64, { shared: true }),
      ] },
    ] },
  ],
};

/** A template for every built-in service category (TAS-08). */
export const DEFAULT_TEMPLATES: readonly TemplateDefault[] = [WEB, SEO, GMB, GRAPHICS, SOCIAL];

/** Hours of a task: its own, or those of its parts. */
export function hoursOf(task: TemplateTask): number {
  return task.parts ? task.parts.reduce((sum, each) => sum + hoursOf(each), 0) : (task.hours ?? 1);
}
