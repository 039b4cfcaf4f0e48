// The script of a site whose comments are on GitHub: see `comments` in site.config.ts.
import './giscus-comments.element'
import './index'
