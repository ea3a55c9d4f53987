/** What programs put on the clipboard as HTML when somebody copies a text, as they write it. */

/** Word for Windows: lists are paragraphs with a mark, and comments, styles and smart tags come along. */
export const fromWord = `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word" xmlns:m="http://schemas.microsoft.com/office/2004/12/omml"
xmlns:st1="urn:schemas-microsoft-com:office:smarttags" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=Generator content="Microsoft Word 15">
<link rel=File-List href="file:///C:/Users/ed/AppData/Local/Temp/msohtmlclip1/01/clip_filelist.xml">
<!--[if gte mso 9]><xml><o:OfficeDocumentSettings><o:AllowPNG/></o:OfficeDocumentSettings></xml><![endif]-->
<style><!-- p.MsoNormal {margin:0in; font-size:11.0pt; font-family:"Calibri",sans-serif;} @list l0 {mso-list-id:1;} --></style>
</head><body lang=EN-US style='tab-interval:.5in;word-wrap:break-word'><!--StartFragment-->
<p class=MsoTitle><span style='font-size:28.0pt'>Balance due<o:p></o:p></span></p>
<h1><a name="_Toc1"></a><b><span style='mso-fareast-font-family:"Times New Roman"'>What it means</span></b><o:p></o:p></h1>
<p class=MsoNormal>The <st1:City w:st="on"><st1:place w:st="on">Austin</st1:place></st1:City> office sent
you <b style='mso-bidi-font-weight:normal'>one<span style='mso-spacerun:yes'>&nbsp; </span>letter</b>, and
<i>not</i> two.<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1" title=""><span
class=MsoFootnoteReference>[1]</span></a> <del cite="mailto:Ed" datetime="2026-01-01T10:00">Old.</del><ins
cite="mailto:Ed" datetime="2026-01-01T10:00">New.</ins><span class=MsoCommentReference><span
style='font-size:8.0pt'><a style='mso-comment-reference:EW_1;mso-comment-date:20260101T1000'></a></span></span></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-.25in;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol;mso-bidi-font-family:Symbol'><span style='mso-list:Ignore'>·<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>Pay online<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='margin-left:1.0in;text-indent:-.25in;mso-list:l0 level2 lfo1'><![if !supportLists]><span
style='font-family:"Courier New"'><span style='mso-list:Ignore'>o<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;
</span></span></span><![endif]>with a card<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='text-indent:-.25in;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;
</span></span></span><![endif]>Pay <a href="https://www.irs.gov/payments">by mail</a><o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<h2>How long</h2>
<p class=MsoListParagraph style='text-indent:-.25in;mso-list:l1 level1 lfo2'><![if !supportLists]><span><span
style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>Read it</p>
<p class=MsoListParagraph style='text-indent:-.25in;mso-list:l1 level1 lfo2'><![if !supportLists]><span><span
style='mso-list:Ignore'>2.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>Answer it</p>
<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0 style='border-collapse:collapse;mso-yfti-tbllook:1184'>
<tr style='mso-yfti-irow:0'><td width=200 valign=top style='width:2in'><p class=MsoNormal>Days<o:p></o:p></p></td>
<td colspan=2><p class=MsoNormal>What<o:p></o:p></p></td></tr></table>
<p class=MsoNormal><!--[if gte vml 1]><v:shape id="Picture_1" type="#_x0000_t75"><v:imagedata
src="file:///C:/Users/ed/clip_image001.png" o:title=""/></v:shape><![endif]--><![if !vml]><img width=400 height=80
src="file:///C:/Users/ed/clip_image001.png" v:shapes="Picture_1"><![endif]><o:p></o:p></p>
<div style='mso-element:footnote-list'><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText>A note.</p></div></div>
<div style='mso-element:comment-list'><div style='mso-element:comment'><p class=MsoCommentText>Is this right?</p></div></div>
<!--EndFragment--></body></html>`

/** Word in a browser: every item stands in a list of its own and says how deep it is. */
export const fromWordOnline = `<div class="OutlineElement Ltr SCXW1"><p class="Paragraph SCXW1" role="heading"
aria-level="1"><span data-contrast="none" class="TextRun SCXW1"><span class="NormalTextRun">Next</span></span><span
class="EOP SCXW1" data-ccp-props="{}">&nbsp;</span></p></div>
<div class="ListContainerWrapper SCXW1"><ul class="BulletListStyle1 SCXW1" role="list"><li data-leveltext="" data-font="Symbol"
data-listid="1" data-aria-level="1" aria-setsize="-1" role="listitem" class="OutlineElement Ltr SCXW1"><p
class="Paragraph SCXW1"><span class="TextRun SCXW1" style="font-weight: bold">Call</span><span class="EOP">&nbsp;</span></p></li></ul></div>
<div class="ListContainerWrapper SCXW1"><ul class="BulletListStyle2 SCXW1" role="list"><li data-aria-level="2"
role="listitem"><p class="Paragraph"><span class="TextRun">in the morning</span></p></li></ul></div>`

/** Google Docs: all in one bold element that is not bold, looks in styles, lists in lists and not in their items. */
export const fromGoogleDocs = `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-4f5b0c1e-7fff"><h2 dir="ltr"
style="line-height:1.38;margin-top:18pt;"><span style="font-size:16pt;font-family:Arial;font-weight:400;white-space:pre-wrap;">Sus
opciones</span></h2><p dir="ltr" style="line-height:1.38;"><span style="font-size:11pt;font-weight:400;">Puede </span><span
style="font-size:11pt;font-weight:700;">apelar</span><span style="font-size:11pt;font-weight:400;font-style:italic;"> pronto</span><span
style="font-size:11pt;">. </span><a href="https://www.google.com/url?q=https://www.irs.gov/es&amp;sa=D&amp;ust=1" style="text-decoration:none;"><span
style="color:#1155cc;text-decoration:underline;">Más</span></a></p><br /><ul style="margin-top:0;"><li dir="ltr" aria-level="1"
style="list-style-type:disc;"><p dir="ltr" role="presentation"><span>Uno</span></p></li><ul style="margin-top:0;"><li dir="ltr"
aria-level="2" style="list-style-type:circle;"><p dir="ltr" role="presentation"><span>Uno y medio</span></p></li></ul><li dir="ltr"
aria-level="1"><p dir="ltr" role="presentation"><span>Dos</span></p></li></ul><ol><li aria-level="1"><p role="presentation"><span>Primero</span></p></li></ol><div
dir="ltr" align="left"><table style="border:none;"><colgroup><col /><col /></colgroup><tbody><tr style="height:0pt"><td
style="border-left:solid"><p><span>Día</span></p></td><td><p><span>Hora</span></p></td></tr></tbody></table></div></b><br
class="Apple-interchange-newline">`

/** A page of the web as Chromium copies it, with everything a page can have. */
export const fromWeb = `<html><body><!--StartFragment--><nav><a href="https://example.org/">Home</a></nav>
<h1 style="color: rgb(27, 27, 27); font-size: 2em;">Understanding your notice<a class="anchor" href="#top" aria-label="Link">#</a></h1>
<div style="box-sizing: border-box"><p style="margin: 0px">You have <span style="font-weight: 600">21&nbsp;days</span>.
<a href="javascript:alert(1)">Pay</a> or <a href="mailto:help@example.org">write</a>.</p>
Loose words<br><br>and more<script>alert(1)</script><img src="https://example.org/x.png" onerror="alert(1)" alt="Seal">
<form><label>Name</label><input value="x"><button>Send</button></form></div>
<h3>Contact</h3><ul><li>Call<ol><li><p>First</p><p>then wait</p></li></ol>and write</li><li hidden>Secret</li></ul>
<table role="presentation"><tr><td>Laid out</td><td>in a table</td></tr></table>
<table><caption>Rates</caption><thead><tr><td>Year</td><th>Rate</th></tr></thead><tbody><tr><td rowspan="2">2026</td>
<td><ul><li>8%</li></ul><table><tr><td>in</td><td>ner</td></tr></table></td></tr></tbody></table>
<dl><dt>EITC</dt><dd>A credit</dd></dl><svg><text>Chart</text></svg><iframe src="https://example.org"></iframe>
<span style="display:none">Hidden</span><!--EndFragment--></body></html>`
