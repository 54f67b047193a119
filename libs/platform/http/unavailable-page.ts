/** What a visitor sees while the web server starts or is away: no script, no styles from elsewhere. */
export const unavailablePage = {
  headers: {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    'cache-control': 'no-store',
    'retry-after': '2',
  },
  body: `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="3">
<title>Throughline is starting</title>
<style>
:root { color-scheme: light dark; font-family: system-ui, sans-serif; }
body { min-height: 100vh; margin: 0; display: grid; place-items: center; text-align: center; }
p { opacity: .7; }
</style>
</head>
<body>
<main>
<h1>One moment</h1>
<p>The application is starting or being updated. This page tries again by itself.</p>
</main>
</body>
</html>
`,
};
