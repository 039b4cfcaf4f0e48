import { test } from 'vitest'
import { FIX, startTestServer } from '../testing'
import { links } from '../../lib/links'
import { exchange, statusesIn } from './wire'
const c = links.comments(FIX)
const H = 'Host: localhost\r\nConnection: close\r\n'
const form = 'Content-Type: application/x-www-form-urlencoded\r\n'
const cases: Record<string,string> = {
 'CL+TE': `POST ${c} HTTP/1.1\r\n${H}${form}Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /secret HTTP/1.1\r\n\r\n`,
 'TE+CL': `POST ${c} HTTP/1.1\r\n${H}${form}Transfer-Encoding: chunked\r\nContent-Length: 6\r\n\r\n0\r\n\r\nX`,
 'TE twice': `POST ${c} HTTP/1.1\r\n${H}${form}Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n`,
 'TE x': `POST ${c} HTTP/1.1\r\n${H}${form}Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n`,
 'TE space': `POST ${c} HTTP/1.1\r\n${H}${form}Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n`,
 'TE vt': `POST ${c} HTTP/1.1\r\n${H}${form}Transfer-Encoding: \x0bchunked\r\n\r\n0\r\n\r\n`,
 'fold': `POST ${c} HTTP/1.1\r\n${H}${form}Transfer-Encoding:\r\n chunked\r\n\r\n0\r\n\r\n`,
 'CL +5': `POST ${c} HTTP/1.1\r\n${H}${form}Content-Length: +5\r\n\r\nbody=`,
 'CL -1': `POST ${c} HTTP/1.1\r\n${H}${form}Content-Length: -1\r\n\r\nbody=`,
 'CL hex': `POST ${c} HTTP/1.1\r\n${H}${form}Content-Length: 0x5\r\n\r\nbody=`,
 'CL list': `POST ${c} HTTP/1.1\r\n${H}${form}Content-Length: 5, 5\r\n\r\nbody=`,
 'CL huge': `POST ${c} HTTP/1.1\r\n${H}${form}Content-Length: 99999999999999999999999\r\n\r\nbody=`,
 'chunk bad': `POST ${c} HTTP/1.1\r\n${H}${form}Transfer-Encoding: chunked\r\n\r\nzz\r\nbody\r\n0\r\n\r\n`,
 'chunk neg': `POST ${c} HTTP/1.1\r\n${H}${form}Transfer-Encoding: chunked\r\n\r\n-5\r\nbody=\r\n0\r\n\r\n`,
 'chunk overflow': `POST ${c} HTTP/1.1\r\n${H}${form}Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\nbody=\r\n0\r\n\r\n`,
 'chunk ext': `POST ${c} HTTP/1.1\r\n${H}${form}Transfer-Encoding: chunked\r\n\r\n5;${'a'.repeat(20000)}\r\nbody=\r\n0\r\n\r\n`,
 'chunk lf': `POST ${c} HTTP/1.1\r\n${H}${form}Transfer-Encoding: chunked\r\n\r\n5\nbody=\n0\n\n`,
 'short CL then GET': `POST ${c} HTTP/1.1\r\n${H}${form}Content-Length: 5\r\n\r\nbody=GET /teams/ HTTP/1.1\r\nHost: x\r\n\r\n`,
 'no host': `GET / HTTP/1.1\r\nConnection: close\r\n\r\n`,
 'two hosts': `GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n`,
 'host script': `GET /toaster/e42 HTTP/1.1\r\nHost: <script>alert(1)</script>\r\nConnection: close\r\n\r\n`,
 'host path': `GET /toaster/e42 HTTP/1.1\r\nHost: localhost/x?y\r\nConnection: close\r\n\r\n`,
 'host user': `GET /toaster/e42 HTTP/1.1\r\nHost: a@evil.example\r\nConnection: close\r\n\r\n`,
 'host port': `GET /toaster/e42 HTTP/1.1\r\nHost: localhost:999999\r\nConnection: close\r\n\r\n`,
 'host empty': `GET /toaster/e42 HTTP/1.1\r\nHost:\r\nConnection: close\r\n\r\n`,
 'http/1.0': `GET / HTTP/1.0\r\n\r\n`,
 'http/1.0 host': `GET / HTTP/1.0\r\nHost: localhost\r\n\r\n`,
 'http/2 preface': `PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n`,
 'http/9': `GET / HTTP/9.9\r\n${H}\r\n`,
 'absolute': `GET http://evil.example/ HTTP/1.1\r\n${H}\r\n`,
 'absolute redirect': `GET http://evil.example/toaster/e42 HTTP/1.1\r\n${H}\r\n`,
 'absolute ftp': `GET ftp://evil.example/ HTTP/1.1\r\n${H}\r\n`,
 'absolute file': `GET file:///etc/passwd HTTP/1.1\r\n${H}\r\n`,
 'absolute bad': `GET http:// HTTP/1.1\r\n${H}\r\n`,
 'absolute js': `GET javascript:alert(1) HTTP/1.1\r\n${H}\r\n`,
 'no slash': `GET toaster/e42/ HTTP/1.1\r\n${H}\r\n`,
 'authority': `GET @evil.example/ HTTP/1.1\r\n${H}\r\n`,
 'star': `OPTIONS * HTTP/1.1\r\n${H}\r\n`,
 'get star': `GET * HTTP/1.1\r\n${H}\r\n`,
 'connect': `CONNECT evil.example:443 HTTP/1.1\r\n${H}\r\n`,
 'trace': `TRACE / HTTP/1.1\r\n${H}Cookie: moderator=secret\r\n\r\n`,
 'track': `TRACK / HTTP/1.1\r\n${H}\r\n`,
 'weird': `JEFF / HTTP/1.1\r\n${H}\r\n`,
 'propfind': `PROPFIND / HTTP/1.1\r\n${H}\r\n`,
 'lower': `get / HTTP/1.1\r\n${H}\r\n`,
 'upgrade ws': `GET / HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade, close\r\nUpgrade: websocket\r\nSec-WebSocket-Key: x\r\n\r\n`,
 'upgrade h2c': `GET / HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n\r\n`,
 'expect': `POST ${c} HTTP/1.1\r\n${H}${form}Expect: 100-continue\r\nContent-Length: 99999999\r\n\r\n`,
 'expect odd': `POST ${c} HTTP/1.1\r\n${H}${form}Expect: 200-magic\r\nContent-Length: 5\r\n\r\nbody=`,
 'nul header': `GET / HTTP/1.1\r\n${H}X: a\0b\r\n\r\n`,
 'cr in header': `GET / HTTP/1.1\r\n${H}X: a\rb\r\n\r\n`,
 'no colon': `GET / HTTP/1.1\r\n${H}nonsense\r\n\r\n`,
 'many headers': `GET / HTTP/1.1\r\n${H}${Array.from({length:1500},(_, i)=>`a${i}:b\r\n`).join('')}\r\n`,
 'many headers 3000': `GET / HTTP/1.1\r\n${H}${Array.from({length:3000},(_, i)=>`a:b\r\n`).join('')}\r\n`,
 'proto header': `GET / HTTP/1.1\r\n${H}__proto__: x\r\nconstructor: y\r\n\r\n`,
 'cookie bomb': `GET /moderate/ HTTP/1.1\r\n${H}Cookie: ${'moderator=x; '.repeat(1000)}\r\n\r\n`,
 'ae bomb': `GET / HTTP/1.1\r\n${H}Accept-Encoding: ${'br;q=0.1,'.repeat(1500)}\r\n\r\n`,
 'range bomb': `GET / HTTP/1.1\r\n${H}Range: bytes=${'0-,'.repeat(4000)}\r\n\r\n`,
 'inm bomb': `GET / HTTP/1.1\r\n${H}If-None-Match: ${'"x",'.repeat(3500)}\r\n\r\n`,
 'xff bomb': `GET /challenge?thread=x HTTP/1.1\r\n${H}X-Forwarded-For: ${'1,'.repeat(7000)}\r\n\r\n`,
 'long query': `GET /threads/${FIX}/?page=${'1'.repeat(14000)} HTTP/1.1\r\n${H}\r\n`,
 'slashes': `GET /${'/'.repeat(8000)} HTTP/1.1\r\n${H}\r\n`,
 'dots': `GET /${'../'.repeat(4000)}etc/passwd HTTP/1.1\r\n${H}\r\n`,
 'percent': `GET /${'%2e%2e%2f'.repeat(1500)} HTTP/1.1\r\n${H}\r\n`,
 'utf8 raw': `GET /\u00e9 HTTP/1.1\r\n${H}\r\n`,
 'tls': '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03',
 'garbage': '\0\0\0\0\r\n\r\n',
 'crlf path': `GET /teams%0d%0aSet-Cookie:%20x=1 HTTP/1.1\r\n${H}\r\n`,
 'crlf redirect': `GET /toaster/e42?%0d%0aSet-Cookie:%20x=1 HTTP/1.1\r\n${H}\r\n`,
 'gzip body': `POST ${c} HTTP/1.1\r\n${H}${form}Content-Encoding: gzip\r\nContent-Length: 5\r\n\r\nbody=`,
 'post elsewhere': `POST / HTTP/1.1\r\n${H}${form}Content-Length: 5\r\n\r\nbody=`,
 'get with body': `GET / HTTP/1.1\r\n${H}${form}Content-Length: 5\r\n\r\nbody=`,
 'head': `HEAD / HTTP/1.1\r\n${H}\r\n`,
}
test('x', async () => {
  const s = await startTestServer()
  const { port } = await s.listen()
  for (const [name, bytes] of Object.entries(cases)) {
    const t = Date.now()
    try {
    const a = await exchange(port, Buffer.from(bytes, 'latin1'))
    console.log(name, statusesIn(a).join(), Date.now()-t, 'ms', /location:.*/i.exec(a)?.[0] ?? '', /<p class="lead[^<]*<?/.exec(a)?.[0] ?? '', a.length)
    } catch (e) { console.log(name, 'FAIL', (e as Error).message.slice(0,150)) }
  }
  await s.stop()
}, 300000)
