// The one script of the site. Each element adds comfort to markup that already works without it.
import './code-finder.element'
import './comment-thread.element'
import './copy-text.element'
import './lost-page.element'
import './outcome-report.element'
import './plan-return.element'
import './theme-switch.element'
