"""The desk over HTTP: REST under /api/v1, its guards, and the tools for assistants.

For pages (`firsthand.web`): `asking.needs` and its shorthands say who may come; `forms.csrf_token` and `forms.form_of`
are for forms; `sessions` signs in and out; `streams.follow` is the live stream of a story; `app.state.problem_page`
tells problems as pages.
"""
