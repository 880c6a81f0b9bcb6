namespace Moderation.Flow.Tests;

/// <summary>Archives as other systems write them; every record is invented.</summary>
internal static class Archives
{
    /// <param name="page">WordPress's id of the page.</param>
    public static string WordPress(string page) => $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/">
        <channel>
        <title>Blog</title>
        <wp:base_site_url>https://blog.example.com/{page}</wp:base_site_url>
        <item>
        <title>बारिश &amp; बाढ़</title>
        <link>https://blog.example.com/rain</link>
        <content:encoded><![CDATA[The <b>article</b>]]></content:encoded>
        <wp:post_id>{page}</wp:post_id>
        <wp:comment>
          <wp:comment_id>3</wp:comment_id>
          <wp:comment_author><![CDATA[आशा]]></wp:comment_author>
          <wp:comment_author_email>asha@example.com</wp:comment_author_email>
          <wp:comment_author_url>http://</wp:comment_author_url>
          <wp:comment_author_IP>192.0.2.1</wp:comment_author_IP>
          <wp:comment_date_gmt>2019-05-06 07:08:09</wp:comment_date_gmt>
          <wp:comment_content><![CDATA[Rain &amp; <b>more</b> rain
        in <a href="https://example.org/lake">the lake</a>]]></wp:comment_content>
          <wp:comment_approved>1</wp:comment_approved><wp:comment_type></wp:comment_type><wp:comment_parent>0</wp:comment_parent>
        </wp:comment>
        <wp:comment>
          <wp:comment_id>4</wp:comment_id>
          <wp:comment_author></wp:comment_author>
          <wp:comment_date_gmt>2019-05-06 08:00:00</wp:comment_date_gmt>
          <wp:comment_content><![CDATA[<p>Yes.</p><blockquote>more rain</blockquote><ul><li>one</li><li>two<br />three</li></ul><script>alert(1)</script>]]></wp:comment_content>
          <wp:comment_approved>1</wp:comment_approved><wp:comment_parent>3</wp:comment_parent>
        </wp:comment>
        <wp:comment><wp:comment_id>5</wp:comment_id><wp:comment_date_gmt>2019-05-06 09:00:00</wp:comment_date_gmt><wp:comment_content>waiting</wp:comment_content><wp:comment_approved>0</wp:comment_approved></wp:comment>
        <wp:comment><wp:comment_id>6</wp:comment_id><wp:comment_date_gmt>2019-05-06 09:00:00</wp:comment_date_gmt><wp:comment_content>pills</wp:comment_content><wp:comment_approved>spam</wp:comment_approved></wp:comment>
        <wp:comment><wp:comment_id>7</wp:comment_id><wp:comment_type>pingback</wp:comment_type></wp:comment>
        <wp:comment><wp:comment_id>8</wp:comment_id><wp:comment_content>when?</wp:comment_content><wp:comment_approved>1</wp:comment_approved></wp:comment>
        </item>
        </channel>
        </rss>
        """;

    /// <param name="page">The page's identifier at Disqus.</param>
    public static string Disqus(string page) => $"""
        <?xml version="1.0" encoding="utf-8"?>
        <disqus xmlns="http://disqus.com" xmlns:dsq="http://disqus.com/disqus-internals">
          <category dsq:id="1"><forum>blog</forum><title>General</title></category>
          <thread dsq:id="2"><id>{page}</id><link>https://blog.example.com/rain</link><title>Rain</title><createdAt>2013-01-01T00:00:00Z</createdAt></thread>
          <post dsq:id="{page}1">
            <id/><message><![CDATA[<p>First <i>words</i>
        and more</p><p>Second &lt;b&gt;</p>]]></message>
            <createdAt>2013-02-03T04:05:06Z</createdAt><isDeleted>false</isDeleted><isSpam>false</isSpam>
            <author><email>bela@example.com</email><name>बेला</name><isAnonymous>true</isAnonymous></author>
            <ipAddress>192.0.2.2</ipAddress><thread dsq:id="2"/>
          </post>
          <post dsq:id="{page}2">
            <message><![CDATA[<p>A reply</p>]]></message><createdAt>2013-02-03T05:00:00Z</createdAt><isDeleted>false</isDeleted><isSpam>false</isSpam>
            <author><name>Chaya</name></author><thread dsq:id="2"/><parent dsq:id="{page}1"/>
          </post>
          <post dsq:id="{page}3">
            <message>gone</message><createdAt>2013-02-03T05:00:00Z</createdAt><isDeleted>true</isDeleted><isSpam>false</isSpam>
            <author><name>Dev</name></author><thread dsq:id="2"/>
          </post>
          <post dsq:id="{page}4"><message>lost</message><createdAt>2013-02-03T05:00:00Z</createdAt><thread dsq:id="9"/></post>
        </disqus>
        """;

    /// <summary>A line of our own.</summary>
    public static string Line(Guid id, string page, string body, DateTimeOffset at, string status = "approved") =>
        $$"""{"id":"{{id}}","page":{"id":"{{page}}","url":"https://news.example.com/{{page}}","title":"Page"},"author":{"name":"Asha","email":"asha@example.com"},"body":"{{body}}","submittedAt":"{{at:O}}","status":"{{status}}"}""";
}
