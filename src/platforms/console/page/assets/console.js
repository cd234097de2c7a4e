// Makes the page quicker to use; without it everything works by loading the page again.

const main = () => document.getElementById('main')

/** Times in the reader's own zone and language. */
function localTimes(within) {
  const format = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' })
  for (const time of within.querySelectorAll('time[data-local]')) {
    time.title = time.textContent
    time.textContent = format.format(new Date(time.dateTime))
    delete time.dataset.local
  }
}

/** What was asked is answered in place: the page's own answer takes the place of what stands. */
async function send(form, submitter) {
  const body = new FormData(form, submitter)
  // A field named `action` would stand in the place of the form's own property.
  const isFile = form.getAttribute('enctype') === 'multipart/form-data'
  form.setAttribute('aria-busy', 'true')
  try {
    const answer = await fetch(form.getAttribute('action'), {
      method: 'POST',
      body: isFile ? body : new URLSearchParams(body),
    })
    show(await answer.text())
  } catch {
    form.removeAttribute('aria-busy')
    const words = document.createElement('p')
    words.className = 'notice warning'
    words.setAttribute('role', 'alert')
    words.textContent = 'The bot does not answer. Is it still running?'
    form.before(words)
  }
}

function show(text) {
  const next = new DOMParser().parseFromString(text, 'text/html')
  const navigation = next.querySelector('nav')
  if (navigation) document.querySelector('nav')?.replaceWith(navigation)
  main().replaceWith(next.getElementById('main'))
  localTimes(main())
  const answer = document.getElementById('answer')
  const needed = answer?.querySelector('input:not([type=hidden]), select')
  ;(needed ?? answer)?.focus({ preventScroll: true })
  answer?.scrollIntoView({ block: 'nearest' })
}

document.addEventListener('submit', (event) => {
  const form = event.target
  if (form.getAttribute('method') !== 'post' || event.defaultPrevented) return
  event.preventDefault()
  if (form.getAttribute('aria-busy') !== 'true') void send(form, event.submitter)
})

/** A file dropped on a form for files is sent at once. */
for (const kind of ['dragover', 'dragleave', 'drop']) {
  document.addEventListener(kind, (event) => {
    const form = event.target.closest?.('form.drop')
    if (!form) return
    event.preventDefault()
    form.classList.toggle('over', kind === 'dragover')
    const { files } = event.dataTransfer
    if (kind !== 'drop' || files.length === 0) return
    form.querySelector('input[type=file]').files = files
    form.requestSubmit()
  })
}

/** What is posted while the page is open appears on it. */
const everyMs = 5000
let known
async function lookForNews() {
  const threads = document.getElementById('threads')
  if (!threads || document.hidden) return
  const mark = await (await fetch(threads.dataset.mark)).text()
  if (known !== undefined && mark !== known) {
    const page = await (await fetch(location.href)).text()
    const next = new DOMParser().parseFromString(page, 'text/html').getElementById('threads')
    if (next) threads.replaceWith(next)
    localTimes(document)
  }
  known = mark
}
setInterval(() => lookForNews().catch(() => {}), everyMs)
lookForNews().catch(() => {})

localTimes(document)

// As in a chat, the newest digest is what one sees first.
if (!location.hash && matchMedia('(min-width: 50rem)').matches)
  document.querySelector('#threads > .thread:last-child:not(:first-child)')?.scrollIntoView()
